import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useWords } from '../languages/LanguageProvider.tsx'
import { type Language, languageNames, languages } from '../languages/language.ts'
import { Icon, type IconName } from './Icon.tsx'
import { applyTheme, readTheme, type Theme } from './theme.ts'
import { kitWords } from './words.ts'

export type SwitchProps<K extends string> = {
  label: string
  choices: readonly {
    key: K
    label: string
    language?: Language
    /** Drawn instead of the word where the screen is narrow; the word stays for readers. */
    icon?: IconName
  }[]
  value: K
  onChange: (key: K) => void
}

/** A choice of a few, side by side, always one. `<Switch label={…} choices={…} value={…} onChange={…} />` */
export function Switch<K extends string>({ label, choices, value, onChange }: SwitchProps<K>) {
  return (
    <ToggleButtonGroup
      className="switch"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.key))
        if (chosen) onChange(chosen.key)
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.key} id={choice.key} className="switch-choice">
          {choice.icon ? <Icon name={choice.icon} /> : null}
          <span className={choice.icon && 'switch-word'} lang={choice.language}>
            {choice.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

/** `<LanguageSwitch value={language} onChange={setLanguage} />`; each language under its own name. */
export function LanguageSwitch({ value, onChange }: { value: Language; onChange: (one: Language) => void }) {
  const t = useWords(kitWords)
  const choices = languages.map((key) => ({ key, label: languageNames[key], language: key }))
  return <Switch label={t('language')} choices={choices} value={value} onChange={onChange} />
}

/** Light, dark, or as the device; keeps itself. `<ThemeSwitch />` */
export function ThemeSwitch() {
  const t = useWords(kitWords)
  const [theme, setTheme] = useState<Theme>(readTheme)
  const choices = [
    { key: 'system', label: t('themeSystem'), icon: 'device' },
    { key: 'light', label: t('themeLight'), icon: 'sun' },
    { key: 'dark', label: t('themeDark'), icon: 'moon' },
  ] as const
  const choose = (one: Theme) => {
    applyTheme(one)
    setTheme(one)
  }
  return <Switch label={t('theme')} choices={choices} value={theme} onChange={choose} />
}
