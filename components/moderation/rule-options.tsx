import type { HouseRule } from "@/domain/moderation/rules/rules";

/** What a choice of a house rule offers; none is chosen for anybody. */
export const RuleOptions = ({ rules }: { rules: HouseRule[] }) => (
  <>
    <option value="">Choose a rule</option>
    {rules.map(({ key, title }) => (
      <option key={key} value={key}>
        {title}
      </option>
    ))}
  </>
);
