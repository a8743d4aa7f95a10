import { useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

/** A button that asks for one file and hands on its name and text; the same file can be chosen twice. */
export function FilePicker({
  accept,
  busy,
  onFile,
  children,
}: {
  /** As the `accept` attribute has it, e.g. `.json,application/json`. */
  readonly accept: string;
  readonly busy?: boolean | undefined;
  readonly onFile: (name: string, text: string) => void;
  readonly children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const { target } = event;
          const [file] = target.files ?? [];
          target.value = '';
          if (file !== undefined) void file.text().then((text) => onFile(file.name, text));
        }}
      />
      <Button icon="open" busy={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
