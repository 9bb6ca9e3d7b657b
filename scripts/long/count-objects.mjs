/**
 * Preloaded into a server under test: asked over its channel, it counts the requests and responses that are alive after the
 * collector has been through everything (`Runtime.queryObjects` collects first), and what the heap holds.
 */
import { IncomingMessage, ServerResponse } from "node:http";
import { Session } from "node:inspector/promises";

const session = new Session();
session.connect();

async function alive(kind) {
  globalThis.counted = kind.prototype;
  const { result } = await session.post("Runtime.evaluate", { expression: "globalThis.counted" });
  const { objects } = await session.post("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const { result: length } = await session.post("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.length }",
    returnByValue: true,
  });
  await session.post("Runtime.releaseObject", { objectId: objects.objectId });
  await session.post("Runtime.releaseObject", { objectId: result.objectId });
  return length.value;
}

process.on("message", async (message) => {
  if (message !== "count") return;
  for (let n = 0; n < 3; n++) await session.post("HeapProfiler.collectGarbage");
  const requests = await alive(IncomingMessage);
  const responses = await alive(ServerResponse);
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ requests, responses, heapUsed, rss });
});
process.on("disconnect", () => process.exit());
process.channel?.unref();
