import type { ReactNode } from "react";
import { encode } from "uqr";

/** A QR code of 30 mm (checklist: 25 at least on a fax), ECC Q: a quarter of it may be lost. One path, no grey. */
export function QrCode(props: { readonly text: string }): ReactNode {
  const { data, size } = encode(props.text, { ecc: "Q", border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      className="paper-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={props.text}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
