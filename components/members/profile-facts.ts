type Shown = {
  handle: string;
  name: string;
  bio: string;
  /** ISO 8601 UTC. */
  joinedAt: string;
  approvedCount: number;
};

/** A member's page as schema.org's ProfilePage: what everybody can read on it, and nothing else. `url` is its whole address. */
export const profileFacts = ({ handle, name, bio, joinedAt, approvedCount }: Shown, url: string) => ({
  "@type": "ProfilePage",
  "@id": url,
  url,
  dateCreated: joinedAt,
  mainEntity: {
    "@type": "Person",
    name,
    alternateName: handle,
    identifier: handle,
    url,
    ...(bio !== "" && { description: bio }),
    agentInteractionStatistic: {
      "@type": "InteractionCounter",
      interactionType: "https://schema.org/CommentAction",
      userInteractionCount: approvedCount,
    },
  },
});
