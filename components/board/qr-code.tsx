import { encode } from 'uqr';

/** A link as a QR code in one path: dark on white in both themes, because cameras want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 2, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className="board-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      {...{ role: 'img', 'aria-label': label }}
    >
      <rect className="board-qr-paper" width={size} height={size} />
      <path className="board-qr-ink" d={path} />
    </svg>
  );
}
