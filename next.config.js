/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Our own server compresses and keeps pages (web/server.ts); doing it twice costs a millisecond a page.
  compress: false,
  reactStrictMode: true,
  devIndicators: false,
  // The image optimiser is one of the surfaces we stay out of.
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "@node-rs/argon2", "pino"],
};
