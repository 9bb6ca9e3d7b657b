import { useId, type ComponentProps, type ReactNode } from "react";
import styles from "./field.module.css";

type Wording = {
  label: ReactNode;
  /** Said before one types. */
  hint?: ReactNode;
  /** What is wrong with what was typed. */
  problem?: string;
};

/** What ties a control to its words. */
type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Words have no `maxLength`: a browser counts UTF-16 units, cuts what is pasted without a word, and whoever reads them at the wall says it. */
export function Field({ label, hint, problem, ...input }: Wording & ComponentProps<"input">) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(wiring) => <input className={styles.control} {...input} {...wiring} />}
    </Labelled>
  );
}

/** `tools` stand before the field, so that Tab leads from the words to what sends them. */
type Words = Wording & { tools?: ReactNode } & ComponentProps<"textarea">;

/** Grows with what is written (`field-sizing`), and is set in the serif: these are a person's words. */
export function TextArea({ label, hint, problem, tools, rows = 4, ...area }: Words) {
  return (
    <Labelled label={label} hint={hint} problem={problem} tools={tools}>
      {(wiring) => (
        <textarea
          className={`${styles.control} ${styles.words}`}
          dir="auto"
          rows={rows}
          {...area}
          {...wiring}
        />
      )}
    </Labelled>
  );
}

export function Select({ label, hint, problem, ...select }: Wording & ComponentProps<"select">) {
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(wiring) => <select className={styles.control} {...select} {...wiring} />}
    </Labelled>
  );
}

/** A checkbox or a radio button: its words stand after it. */
export function Choice({ label, hint, ...input }: Omit<Wording, "problem"> & ComponentProps<"input">) {
  const id = useId();
  return (
    <p className={styles.choice}>
      <input type="checkbox" {...input} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      <label htmlFor={id}>{label}</label>{" "}
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  );
}

/**
 * Asks once before what cannot be taken back, naming what happens. Without it the form does not go; it is sent only where it has a
 * name, because the route asks for it too.
 */
export const Confirmation = ({ label, name }: { label: string; name?: string }) => (
  <Choice label={label} name={name} required />
);

type Inside = Wording & { tools?: ReactNode; children: (wiring: Wiring) => ReactNode };

function Labelled({ label, hint, problem, tools, children }: Inside) {
  const id = useId();
  const told = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>{" "}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {tools}
      {children({ id, "aria-describedby": told || undefined, "aria-invalid": problem ? true : undefined })}
      {problem && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
