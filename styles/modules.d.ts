// What `next-env.d.ts` says, for a checkout that has not been built yet: CSS modules are modules.
/// <reference types="next" />
