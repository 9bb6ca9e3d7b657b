/** An account that is being erased: when it will be gone (ISO 8601 UTC), and whether its comments go with it. */
export type Leaving = { until: string; textsGo: boolean };
