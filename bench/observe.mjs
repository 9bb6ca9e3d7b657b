// Runs in a measured page before anything of it, as it stands here: nothing may be compiled into it.
{
  const felt = { first: 0, paint: 0, shift: 0, tasks: [], interactions: [] };
  window.felt = felt;
  const on = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  on("largest-contentful-paint", ({ startTime }) => (felt.paint = startTime));
  on("paint", ({ name, startTime }) => name === "first-contentful-paint" && (felt.first = startTime));
  on("longtask", ({ startTime, duration }) => felt.tasks.push({ end: startTime + duration, duration }));
  on("layout-shift", ({ value, hadRecentInput }) => (felt.shift += hadRecentInput ? 0 : value));
  on("event", ({ interactionId, duration }) => interactionId && felt.interactions.push(duration), {
    durationThreshold: 16,
  });
}
