import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabItem<K extends string> = { key: K; label: string; count?: string; content: ReactNode }

export type TabsProps<K extends string> = {
  /** What the tabs are about, for screen readers. */
  label: string
  tabs: readonly TabItem<K>[]
  selected?: K
  onSelect?: (key: K) => void
}

/** `<Tabs label={t('file')} tabs={[{ key: 'log', label: t('log'), content: <Log /> }]} />` */
export function Tabs<K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) {
  const choose = (key: unknown) => {
    const tab = tabs.find((one) => one.key === key)
    if (tab) onSelect?.(tab.key)
  }
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={choose}>
      <TabList className="tab-list" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className="tab">
            {tab.label}
            {tab.count === undefined ? null : <span className="soft small">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
