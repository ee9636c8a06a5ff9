/** An attachment as the event knows it; its name and its bytes are content. */
export interface AttachmentGiven {
  readonly id: string;
  /** Of the file, by its bytes: `application/pdf`. */
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
}
