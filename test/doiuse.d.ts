/** What we use of it: its own types are in the package, where its `exports` hide them. */
declare module "doiuse" {
  import type { ChildNode, Plugin } from "postcss";

  type Usage = { feature: string; usage: ChildNode };
  export default function doiuse(options: {
    browsers: string[];
    onFeatureUsage: (found: Usage) => void;
  }): Plugin;
}
