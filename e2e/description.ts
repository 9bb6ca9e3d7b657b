import type { Response } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

type Described = { responses: Record<string, { $ref?: string; content?: Record<string, unknown> }> };
export type Description = { paths: Record<string, Record<string, Described>>; components: object };

const DOOR = "/api/v1/";

let known: { description: Description; ajv: Ajv2020 } | undefined;

function ajvOf(description: Description): Ajv2020 {
  if (known?.description !== description) {
    const ajv = new Ajv2020({ strict: false, allErrors: false });
    formats.default(ajv);
    ajv.addSchema({ ...description, $id: "moot" });
    known = { description, ajv };
  }
  return known.ajv;
}

/** How an answer of the door differs from what the door says of itself; null where it does not, or is none of the door's. */
export async function differencesFrom(description: Description, response: Response): Promise<string | null> {
  const { pathname } = new URL(response.url());
  const method = response.request().method().toLowerCase();
  const status = response.status();
  if (!pathname.startsWith(DOOR) || pathname === `${DOOR}openapi.json` || status === 303) return null;
  const type = (response.headers()["content-type"] ?? "").split(";")[0] ?? "";
  const path = pathOf(description, pathname, method);
  if (path === undefined)
    return status === 404 || status === 405 ? null : `${method} ${pathname} is not described`;
  const name = `${method} ${path} ${status}`;
  const described = description.paths[path]?.[method]?.responses[status];
  if (!described) return `${name} is not described`;
  if (!type.endsWith("json")) return null;
  const body: unknown = await response.json().catch(() => undefined);
  // The page was left before the answer was read.
  if (body === undefined) return null;
  const place = described.$ref ?? `#/paths/${escaped(path)}/${method}/responses/${status}`;
  const validate = ajvOf(description).getSchema(`moot${place}/content/${escaped(type)}/schema`);
  if (!validate) return `${name} has no ${type}`;
  return validate(body) ? null : `${name}: ${ajvOf(description).errorsText(validate.errors)}`;
}

const escaped = (name: string): string =>
  encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));

/** The described path of an address: the one with the fewest names in it, as the router would choose. */
function pathOf({ paths }: Description, pathname: string, method: string): string | undefined {
  return Object.keys(paths)
    .filter((path) => paths[path]?.[method])
    .filter((path) =>
      new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname),
    )
    .sort((one, other) => one.split("{").length - other.split("{").length)[0];
}
