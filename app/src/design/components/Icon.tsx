const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  dash: 'M6 12h12',
  clock: 'M12 7v5l3.5 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  alert: 'M12 8v5M12 16.4v.1M12 3.5L21.5 20h-19z',
  stop: 'M7 12h10M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  info: 'M12 11v5M12 7.9v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  empty: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4l1-2.5h5',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9.5l6 6 6-6',
  onward: 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  sun: 'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3l5.2 5.2',
} as const

export type IconName = keyof typeof paths

/** A small drawing beside words; never the only carrier of a meaning, so it is hidden from readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={name === 'onward' ? 'icon icon-turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
