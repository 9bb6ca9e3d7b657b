declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  export default function SwaggerUI(options: {
    domNode: HTMLElement;
    url: string;
    /** Null: nothing is sent to a validator elsewhere. */
    validatorUrl: null;
    docExpansion: "list" | "none";
    defaultModelsExpandDepth: number;
    onComplete: () => void;
  }): unknown;
}
