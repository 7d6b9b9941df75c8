import { useMemo } from 'react'
import { encodeQr } from './qr/encode.ts'

interface QrCodeProps {
  readonly text: string
  /** What the picture is for; it cannot be read out. Give the text itself nearby. */
  readonly label: string
  readonly size?: number
}

/** A QR code drawn here: the text leaves the page only through the camera. Always dark on white, as readers expect. */
export function QrCode({ text, label, size = 192 }: QrCodeProps) {
  const rows = useMemo(() => encodeQr(text), [text])
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : []))).join('')
  const side = rows.length + 8
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" rx={1} />
      <path d={path} fill="#000" />
    </svg>
  )
}
