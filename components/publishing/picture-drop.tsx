"use client";

import { useEffect, useRef, useState } from "react";
import { uploadPicture } from "@/client/writing";
import { applyEdit, selectedIn } from "@/components/comments/writing/apply-edit";
import { textFieldOf } from "./text-field";
import * as t from "#messages/pictures";
import { say } from "@/messages/say";

/** Pictures that are dropped or pasted into the text of the form it stands in are uploaded one after the other, and stand there as figures. */
export function PictureDrop() {
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<string[]>([]);
  useEffect(() => {
    const field = textFieldOf(place.current);
    if (!field) return;
    let line: Promise<void> = Promise.resolve();
    const take = (event: Event, files: FileList | undefined) => {
      const pictures = [...(files ?? [])].filter(({ type }) => type.startsWith("image/"));
      if (pictures.length === 0) return;
      event.preventDefault();
      setSaid([]);
      for (const picture of pictures) line = line.then(() => upload(picture, field, setSaid));
    };
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer?.files);
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData?.files);
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    field.addEventListener("drop", onDrop);
    field.addEventListener("paste", onPaste);
    field.addEventListener("dragover", onDragOver);
    return () => {
      field.removeEventListener("drop", onDrop);
      field.removeEventListener("paste", onPaste);
      field.removeEventListener("dragover", onDragOver);
    };
  }, []);
  return (
    <div ref={place} role="status">
      {said.map((sentence, at) => (
        <p key={`${at} ${sentence}`}>{sentence}</p>
      ))}
    </div>
  );
}

type Say = (change: (before: string[]) => string[]) => void;

async function upload(picture: File, field: HTMLTextAreaElement, setSaid: Say): Promise<void> {
  const { name } = picture;
  setSaid((before) => [...before, say(t.uploading, { name })]);
  const uploaded = await uploadPicture(picture);
  if (uploaded.ok) insert(uploaded.body.markdown, field);
  const sentence = uploaded.ok
    ? say(t.uploaded, { name })
    : say(t.notUploaded, { name, reason: uploaded.problem.detail });
  setSaid((before) => [...before.slice(0, -1), sentence]);
}

/** In a paragraph of its own, with the caret where the picture is to be described. */
function insert(figure: string, field: HTMLTextAreaElement): void {
  const { text, from, to } = selectedIn(field);
  const above = text.slice(0, from);
  const before = /(?:^|\n\n)$/.test(above) ? "" : above.endsWith("\n") ? "\n" : "\n\n";
  const after = text.slice(to).startsWith("\n\n") ? "" : "\n\n";
  const caret = from + before.length + "![".length;
  applyEdit(field, { from, to, insert: before + figure + after, selectFrom: caret, selectTo: caret });
}
