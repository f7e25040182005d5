import { useTheme } from '@material-ui/core/styles';
import { useId } from 'react';
import { coverageParts, type Texture } from './coverageParts';

/** What is drawn over a tile of 8 by 8 of the colour. */
const strokes: Record<Texture, string> = {
  solid: '',
  rising: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4',
  falling: 'M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4',
  dots: 'M2,2 h1.5 M6,6 h1.5',
  lines: 'M0,2 h8 M0,6 h8',
  crossed: 'M0,0 l8,8 M0,8 l8,-8',
};

/** The fills of the parts within one drawing, by their titles. */
export type PartFills = ReadonlyMap<string, string>;

/**
 * A texture for each part in the colours of the theme, and how to fill with it.
 * The element belongs into the drawing that is filled.
 */
export function usePartTextures(): { textures: JSX.Element; fills: PartFills } {
  const { palette } = useTheme();
  const prefix = useId();
  const idOf = (texture: Texture) => `${prefix}${texture}`;
  const textures = (
    <defs>
      {coverageParts.map(({ texture, colorOf }) => (
        <pattern
          key={texture}
          id={idOf(texture)}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect width={8} height={8} fill={colorOf(palette)} />
          <path
            d={strokes[texture]}
            stroke={palette.background.paper}
            strokeWidth={1.5}
          />
        </pattern>
      ))}
    </defs>
  );
  const fills = new Map(
    coverageParts.map(({ title, texture }) => [
      title,
      `url(#${idOf(texture)})`,
    ]),
  );
  return { textures, fills };
}
