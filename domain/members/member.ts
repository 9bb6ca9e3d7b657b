export const ROLES = ["reader", "editor", "moderator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: a signed-in member as every query and command knows them. */
export type Member = {
  id: string;
  handle: string;
  name: string;
  role: Role;
  sample: boolean;
  joinedAt: Date;
  /** How many of their comments stand; a newcomer has few. */
  approvedCount: number;
  /**
   * In force now, or null. A suspended member still reads, exports and appeals; a banned one has no
   * session, and is let in to the decisions about them alone.
   */
  suspension: { until: Date | null; reason: string } | null;
  /** Articles they moderate beside their role, by id; left out where there are none. */
  moderates?: readonly string[];
  /** The session's secret token: it opens this member's own ballot and nothing else. Null for operators and seeds. */
  sessionToken: string | null;
  /** When they last showed in this session that it is them; left out where there is no session. */
  authenticatedAt?: Date;
  /** They did so with a second factor; left out where they did not. */
  multiFactor?: true;
  /** The role they would have with a second factor, which this site demands of it; until then they have a reader's. */
  heldBack?: Role;
  /** When they showed that they read their address; left out where they have not, or where nobody knows. */
  provenAt?: Date;
  /** They have not shown yet that they read their address; left out where they have, or where nobody is asked to. */
  unproven?: true;
};

/** An account whose address nobody has confirmed goes after so long. Days. */
export const UNCONFIRMED_DAYS = 30;

/** How others see a member. */
export type Author = { handle: string; name: string; role: Role };

export const HANDLE_PATTERN = /^[a-z0-9_-]{2,30}$/;

const RANK: Record<Role, number> = { reader: 0, editor: 1, moderator: 2, admin: 3 };

/** Moderators and admins keep order; editors write articles and do not. */
export const isModerator = (member: { role: Role } | null): boolean =>
  member?.role === "moderator" || member?.role === "admin";
/** Keeps order under this article: everywhere, or here. */
export const isModeratorHere = (member: Member | null, articleId: string | null): boolean =>
  isModerator(member) || (articleId !== null && member?.moderates?.includes(articleId) === true);
export const isEditor = (member: { role: Role } | null): boolean =>
  member?.role === "editor" || member?.role === "admin";
export const isAdmin = (member: Member | null): boolean => member?.role === "admin";
export const outranks = (one: { role: Role }, other: { role: Role }): boolean =>
  RANK[one.role] > RANK[other.role];
/** May write at all: signed in, not suspended, and known to read their address. */
export const isActive = (member: Member | null): member is Member =>
  member !== null && member.suspension === null && member.unproven === undefined;
