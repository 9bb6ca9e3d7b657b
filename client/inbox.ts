import { callApi, type Result } from "./api";

/** One opened what these notices are about. It goes out although the page is left. */
export const readNotices = (ids: string[]): Promise<Result<undefined>> =>
  callApi("POST", "/inbox/read", { ids }, { keepalive: true });
