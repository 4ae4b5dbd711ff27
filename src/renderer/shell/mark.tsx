// The product's mark (build/icon.svg), drawn inline so that it needs no file.
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 1024 1024" role="presentation" aria-hidden="true" className="mark">
      <clipPath id="mark-tile">
        <rect x="64" y="64" width="896" height="896" rx="200" />
      </clipPath>
      <g clipPath="url(#mark-tile)">
        <rect x="64" y="64" width="896" height="896" fill="#f4faf8" />
        <path fill="#0f6b6b" d="M0 0H486L420 330L250 452L0 400Z" />
        <path fill="#3d9a92" d="M560 0H1024V330L742 420L494 348Z" />
        <path fill="#0a4c4e" d="M470 412L718 486L760 690L540 800L330 650L302 516Z" />
        <path fill="#8fccc1" d="M0 476L232 522L262 692L486 852L440 1024H0Z" />
        <path fill="#0f6b6b" d="M790 478L1024 404V1024H514L566 866L832 736Z" />
      </g>
    </svg>
  )
}
