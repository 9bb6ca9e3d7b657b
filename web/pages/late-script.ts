import "server-only";

/** As Next writes the scripts of a page, all of which it has found out before it begins: each once, in the order they may come in. */
const ASYNC = /<script src="(\/_next\/static\/[^"]+)"(?: async=""| nonce="[^"]*"){2}><\/script>/g;
/** The one that stands in the body, which the others wait for: nobody who writes can write a script. */
const LAST = '<script src="/_next/static/';
const END = "</script>";
const PRELOADED = /<link rel="preload" as="script" [^>]*href="\/_next\/static\/[^"]+"\/>/g;

/**
 * Takes the scripts of a page out of its head and asks for them once the page has been parsed and seen. Next lets a browser fetch
 * them first thing: 145 kB in a dozen files, which a slow phone fetches beside the typeface and the picture, and runs before it paints
 * a word. Whatever they do, the page can be read, and its forms sent, before.
 */
export function afterFirstPaint(body: Buffer, nonce: string): Buffer {
  const end = body.indexOf("</head>");
  const last = body.indexOf(LAST, end);
  if (end < 0 || last < 0) return body;
  const lastEnd = body.indexOf(END, last) + END.length;
  // The page itself, which is long, is not looked through.
  const [head, tail] = [body.toString("utf8", 0, end), body.toString("utf8", last, lastEnd)];
  const sources = Array.from((head + tail).matchAll(ASYNC), ([, source]) => source);
  const loader = `<script nonce="${nonce}">${loading(JSON.stringify(sources))}</script>`;
  return Buffer.concat([
    Buffer.from(head.replaceAll(ASYNC, "").replaceAll(PRELOADED, "") + loader),
    body.subarray(end, last),
    body.subarray(lastEnd),
  ]);
}

/** A page in the background is not painted, and comes to life all the same. */
const loading = (sources: string): string =>
  `addEventListener("DOMContentLoaded",()=>{const load=()=>{for(const src of ${sources}){` +
  `const script=document.createElement("script");script.async=true;script.src=src;document.head.append(script)}};` +
  `if(document.hidden)load();else requestAnimationFrame(()=>setTimeout(load))})`;
