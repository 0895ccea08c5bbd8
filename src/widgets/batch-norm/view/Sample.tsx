/** What a histogram is made of, for the key. */
export function Sample({ kind }: { kind: 'bars' | 'line' | 'flat' }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {kind === 'bars' && (
        <>
          <path d="M1 13V7h3V4h3v9z" fill="var(--neg)" />
          <path d="M7 13V4h3v3h3v6z" fill="var(--pos)" />
        </>
      )}
      {kind === 'line' && <path d="M1 12V8h3V3h6v5h3v4" fill="none" stroke="var(--ink)" strokeWidth={1.5} />}
      {kind === 'flat' && <rect x={1} y={1} width={12} height={12} fill="var(--mag-1)" opacity={0.35} />}
    </svg>
  )
}
