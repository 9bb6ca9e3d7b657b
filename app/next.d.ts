// What Next writes into next-env.d.ts says the same, but only after its first run, and differently in dev and build.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
