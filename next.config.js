/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Our own server compresses and keeps pages (web/server/server.ts); doing it twice costs a millisecond a page.
  compress: false,
  reactStrictMode: true,
  // `npm test` checks the types, of the tests too. A machine that only serves need not have what the tests are made of.
  typescript: { ignoreBuildErrors: true },
  // Titles and addresses of a page belong into its head for everybody, not only for whom Next knows as a crawler: a page that
  // waits for its data would get them at the end of its body, where neither a reader without script nor a preview looks.
  htmlLimitedBots: /./,
  devIndicators: false,
  // The image optimiser is one of the surfaces we stay out of.
  images: { unoptimized: true },
  experimental: {
    serverSourceMaps: false,
    turbopackSourceMaps: false,
    // What makes the next build of a folder quick takes a fifth of this one, and a folder of continuous integration has no next.
    turbopackFileSystemCacheForBuild: !process.env.CI,
  },
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "@node-rs/argon2", "pino"],
};
