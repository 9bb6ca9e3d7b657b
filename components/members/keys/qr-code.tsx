import { encode } from "uqr";
import styles from "./qr-code.module.css";

/** Modules of white around it, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** For the camera of another device: black on white in either theme. Drawn by the server, as one path. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: QUIET_ZONE });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="white" />
      <path d={dark.join("")} fill="black" shapeRendering="crispEdges" />
    </svg>
  );
}
