/** `npm run dev`: the same site with hot reload and nothing built beforehand. */
process.argv.push("--dev");
await import("./start.mjs");
