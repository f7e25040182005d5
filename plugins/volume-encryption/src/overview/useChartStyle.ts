import { useTheme } from '@material-ui/core/styles';

/** How axes, lines and the note at the pointer look, light and dark. */
export function useChartStyle() {
  const { palette, typography, shape } = useTheme();
  const tick = { fill: palette.text.secondary, fontSize: typography.fontSize };
  return {
    axis: { tick, stroke: palette.text.secondary },
    grid: { stroke: palette.divider },
    tooltip: {
      contentStyle: {
        background: palette.background.paper,
        border: `1px solid ${palette.divider}`,
        borderRadius: shape.borderRadius,
        color: palette.text.primary,
      },
      // Not in the colour of its part, which is no text colour.
      itemStyle: { color: palette.text.primary },
      cursor: { fill: palette.action.hover },
    },
  };
}
