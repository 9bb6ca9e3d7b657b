// domain/pictures/commands.ts
export const onlyEditorsUpload = "Only editors can upload pictures.";
export const chooseAPicture = "Please choose a picture.";
export const thisFileIsEmpty = "This file is empty. Please choose another.";
export const anSvgCanHoldScripts =
  "SVG files can contain scripts, so we do not take them. Please save the picture as PNG.";
export const aHeifIsNotShownEverywhere =
  "HEIC and AVIF pictures cannot be read here. Please save the picture as JPEG.";
export const picturesAreJpegPngOrWebp =
  "This is not a picture we can read. Please choose a JPEG, PNG or WebP file.";
export const animatedPicturesAreNotShown =
  "Animated pictures are not supported. Please save one frame of it.";
export const aPictureHasAtMostMegapixels =
  "A picture can have at most {most} megapixels, and this one has {has, number}. Please save it smaller and try again.";
export const aPictureIsAtMostSoLong =
  "A picture can be at most {most, number} pixels wide and high. Please crop it and try again.";
export const thisPictureTookTooLong =
  "This picture took too long to read. Please save it again, perhaps smaller, and try once more.";
export const thereIsNoRoom =
  "The site’s disk is full, so the picture could not be kept. Please tell whoever runs the site.";
export const thisFileIsDamaged =
  "This file is damaged or incomplete, and cannot be read as a picture. Please save it again and try once more.";

// domain/pictures/kind.ts
export const aPictureWeighsAtMost =
  "A picture can have at most {megabytes} MB. Please save it smaller and try again.";

// domain/pictures/invariants.ts
export const picturesHaveTheirFiles = "each picture has its files";
export const picturesAreShownByWhatNamesThem =
  "pictures are noted as shown by the texts that name them, and by no other";

// domain/pictures/queries.ts
export const thereIsNoSuchPicture = "There is no such picture.";
export const thisPictureIsGone = "This picture was deleted with its article.";
export const thatPictureIsNotHere = "There is no picture at {address}. Please upload it first.";
export const thatPictureHasAnotherSize = "The picture at {address} has another size: write {right}.";

// domain/pictures/schema.ts
export const describeThePicture = "Please describe the picture for readers who cannot see it.";
export const aDescriptionHasAtMost = "A description can have at most {limit} characters.";
export const aCaptionHasAtMost = "A caption can have at most {limit} characters.";
export const aCreditHasAtMost = "A credit can have at most {limit} characters.";
export const thatIsNoPictureOfThisSite =
  "This is not a picture of this site: its address looks like /pictures/0123…#1600x900. Upload it first.";

// components/publishing/picture-fields.tsx
export const addAPicture = "Add a picture (optional)";
export const addAPictureHint = "JPEG, PNG or WebP, up to {megabytes} MB. We keep no location or camera data.";
export const dropAPicture = "You can also drop or paste pictures into the text.";
export const file = "File";
export const description = "Description";
export const descriptionHint = "For readers who cannot see it: what the picture shows, in a sentence.";
export const caption = "Caption (optional)";
export const credit = "Credit (optional)";
export const creditHint = "Who made it, such as “Photo: Ada Archer”.";
export const useAs = "Place";
export const inTheText = "at the end of the text";
export const onTop = "on top of the article";
export const addPicture = "Add picture";
export const leadPicture = "Picture on top of the article";
export const leadAddress = "Address (empty it to remove the picture)";

// components/publishing/picture-drop.tsx
export const uploading = "Uploading {name} …";
export const uploaded = "{name} is in the text. Please describe it between the brackets.";
export const notUploaded = "{name} was not uploaded: {reason}";
