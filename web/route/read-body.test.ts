import { expect, test } from "vitest";
import { PICTURE_LIMIT } from "@/domain/pictures/picture";
import { bodyLimit } from "./read-body";

const KIB = 1024;

test("a draft may be longer than what else is written, a picture heavier, and nothing ten megabytes but that", () => {
  const id = "01a2297f-003b-74e6-852c-d4ba9fa1d4a7";
  expect(bodyLimit("/api/v1/comments")).toBe(192 * KIB);
  expect(bodyLimit(`/api/v1/drafts/${id}`)).toBe(1024 * KIB);
  expect(bodyLimit("/api/v1/drafts")).toBeLessThan(10_000_000);
  expect(bodyLimit(`/api/v1/drafts/${id}?x=/api/v1/pictures`)).toBe(1024 * KIB);
  for (const path of ["/api/v1/pictures", `/api/v1/drafts/${id}/pictures`])
    expect(bodyLimit(path)).toBe(PICTURE_LIMIT + 1024 * KIB);
});
