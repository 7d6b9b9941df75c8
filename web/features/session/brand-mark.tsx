/** The mark of Tutti: three voices that become one line. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <path d="M6 8.5h12M12 8.5v9" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <circle cx="6" cy="8.5" r="1.8" fill="#fff" />
      <circle cx="18" cy="8.5" r="1.8" fill="#fff" />
      <circle cx="12" cy="17" r="1.8" fill="#fff" />
    </svg>
  )
}
