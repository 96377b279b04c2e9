// The few line icons of the interface: 20 px, stroke of the text's colour, never read aloud.
import type { ReactNode } from 'react';

const paths = {
  map: <path d="M3 5.5 7.5 3.5 12.5 5.5 17 3.5v11l-4.5 2-5-2-4.5 2zM7.5 3.5v11M12.5 5.5v11" />,
  more: <path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="2.6" />,
  list: <path d="M7 5h10M7 10h10M7 15h10M3.2 5h.1M3.2 10h.1M3.2 15h.1" />,
  legend: <path d="M3.5 4h4v4h-4zM3.5 12h4v4h-4zM11 6h5.5M11 14h5.5" />,
  admin: (
    <path d="M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 2.5v2M10 15.5v2M17.5 10h-2M4.5 10h-2M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4M15.3 15.3l-1.4-1.4M6.1 6.1 4.7 4.7" />
  ),
  search: <path d="m13 13 4 4M8.7 14.4a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4Z" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  home: <path d="M3 8V3h5M17 8V3h-5M3 12v5h5M17 12v5h-5" />,
  sun: (
    <path d="M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.6M10 16.4V18M18 10h-1.6M3.6 10H2M15.7 4.3l-1.2 1.2M5.5 14.5l-1.2 1.2M15.7 15.7l-1.2-1.2M5.5 5.5 4.3 4.3" />
  ),
  moon: <path d="M16.5 11.6A6.8 6.8 0 0 1 8.4 3.5a6.8 6.8 0 1 0 8.1 8.1Z" />,
  device: <path d="M3 4h14v9.5H3zM7.5 17h5M10 13.5V17" />,
  phone: <path d="M6 2.5h8v15H6zM9 15h2" />,
  pin: (
    <path d="M10 17.5c-3-4-5.5-6.6-5.5-9.6a5.5 5.5 0 0 1 11 0c0 3-2.5 5.6-5.5 9.6ZM10 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />
  ),
  down: <path d="m5 8 5 5 5-5" />,
  up: <path d="m5 12 5-5 5 5" />,
  right: <path d="m8 5 5 5-5 5" />,
  left: <path d="m12 5-5 5 5 5" />,
  coverage: (
    <path d="M10 9.2v8.3M7.5 17.5h5M10 9.2a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM6.3 11.5a5.2 5.2 0 0 1 0-7.4M13.7 4.1a5.2 5.2 0 0 1 0 7.4M3.8 14a8.7 8.7 0 0 1 0-12.4M16.2 1.6a8.7 8.7 0 0 1 0 12.4" />
  ),
  reports: <path d="M5 3h10v14H5zM7.5 7h5M7.5 10.5h2.5M9 13.5l1.2 1.2 2.3-2.6" />,
  commitments: <path d="M5 17.5v-14h10.5l-2.2 3.5 2.2 3.5H5" />,
  data: <path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 12.5V16h13v-3.5" />,
  photo: (
    <path d="M3 6h3l1.3-2h5.4L14 6h3v10H3zM10 13.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4Z" />
  ),
  eyeOff: (
    <path d="M3 3l14 14M8.2 5.3A7.5 7.5 0 0 1 10 5c4 0 6.5 3.2 7.5 5-.4.7-1 1.7-2 2.6M12.9 14.4A7 7 0 0 1 10 15c-4 0-6.5-3.2-7.5-5 .6-1 1.5-2.3 2.9-3.4" />
  ),
  check: <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  warning: <path d="M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.2v.1" />,
  tower: (
    <path d="M10 9.5 6.5 17.5M10 9.5l3.5 8M7.7 14.5h4.6M10 9.5v-1M6.8 11a4.5 4.5 0 0 1 0-6M13.2 11a4.5 4.5 0 0 0 0-6M4.4 13a8 8 0 0 1 0-10M15.6 13a8 8 0 0 0 0-10M10 8.5a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2Z" />
  ),
  target: <path d="M10 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM10 2v3M10 15v3M2 10h3M15 10h3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  );
}
