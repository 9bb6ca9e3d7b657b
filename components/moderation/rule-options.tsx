import type { HouseRule } from "@/domain/moderation/rules/rules";
import * as t from "#messages/house-rules";

/** What a choice of a house rule offers; none is chosen for anybody. */
export const RuleOptions = ({ rules }: { rules: HouseRule[] }) => (
  <>
    <option value="">{t.chooseARule}</option>
    {rules.map(({ key, title }) => (
      <option key={key} value={key}>
        {title}
      </option>
    ))}
  </>
);
