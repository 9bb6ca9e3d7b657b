import { sharedPath, SIZES, sourceSet, type LeadPicture } from "@/domain/pictures/picture";
import styles from "./lead-picture.module.css";

/** The picture on top of an article, which is on the first screen and so is asked for at once. */
export function LeadFigure({ picture, language }: { picture: LeadPicture; language: string }) {
  const { alt, caption, credit } = picture;
  return (
    <figure className={styles.figure} lang={language}>
      <Picture picture={picture} alt={alt} />
      {(caption !== "" || credit !== "") && (
        <figcaption className={styles.caption} dir="auto">
          {caption} {credit !== "" && <span>{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

/** The same in a list, where the title beside it says what it leads to: for those who see it only. */
export const ListedPicture = ({ picture, href }: { picture: LeadPicture; href: string }) => (
  <a className={styles.listed} href={href} tabIndex={-1} aria-hidden>
    <Picture picture={picture} alt="" />
  </a>
);

function Picture({ picture, alt }: { picture: LeadPicture; alt: string }) {
  return (
    <img
      src={sharedPath(picture)}
      srcSet={sourceSet(picture)}
      sizes={SIZES}
      width={picture.width}
      height={picture.height}
      alt={alt}
      fetchPriority="high"
      decoding="async"
    />
  );
}
