import { callApi, type Result } from "./api";

/** One opened what a notice is about. It goes out although the page is left. */
export const readNotice = (id: string): Promise<Result<undefined>> =>
  callApi("POST", `/inbox/${id}/read`, undefined, { keepalive: true });
