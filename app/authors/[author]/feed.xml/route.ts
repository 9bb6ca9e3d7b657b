import { feedOf } from "@/app/listing-feed";
import { nameInPath } from "@/web/pages/path-name";

/** Articles are published while the site runs. */
export const dynamic = "force-dynamic";

export const GET = async (_request: Request, { params }: RouteContext<"/authors/[author]/feed.xml">) =>
  feedOf({ kind: "author", name: nameInPath((await params).author) });
