import { Field } from "@/components/ui/field";

type Props = { label: string; hint?: string; problem?: string | undefined; digits?: boolean };

/** For six figures of an app; without `digits` also for a recovery code, which has letters. */
export const CodeField = ({ label, hint, problem, digits = false }: Props) => (
  <Field
    label={label}
    hint={hint}
    name="code"
    inputMode={digits ? "numeric" : undefined}
    autoComplete="one-time-code"
    autoCapitalize="none"
    spellCheck={false}
    required
    problem={problem}
    autoFocus={problem !== undefined}
  />
);
