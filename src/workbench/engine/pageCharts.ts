/** The charts of the sheet in view, drawn into the grid as pictures, and said in words beside it for who does not see them. */
import { DRAWING_OBJECT_LAYER_INDEX, Image, IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { AnchorPoint, Chart } from '../../host/chart';
import type { SheetId, WorkbookPort } from '../../host/workbookPort';
import { chartData, type ChartData } from '../charts/chartData';
import { chartPicture, type PictureSize } from '../charts/chartPicture';
import { formatted } from './cellReading';
import type { Engine } from './engine';
import { activeSheetId } from './sheetPort';
import { pixels } from './workbookData';

interface Box extends PictureSize {
  readonly left: number;
  readonly top: number;
}

interface Drawn {
  readonly picture: string;
  readonly box: Box;
  readonly image: Image;
}

const sameBox = (a: Box, b: Box): boolean => a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
const address = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

const formatNumber = (value: number, numberFormat: string): string => formatted(value, numberFormat, false);

function loaded(url: string): Promise<HTMLImageElement> {
  const image = document.createElement('img');
  image.src = url;
  return image.decode().then(() => image);
}

/** A PNG in base64. */
export async function chartImage(chart: Chart, data: ChartData, size: PictureSize & { readonly scale: number }): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const picture = await loaded(address(chartPicture(chart, data, size, formatNumber, size.scale)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

export class PageCharts {
  private readonly drawn = new Map<string, Drawn>();
  private readonly words = document.createElement('section');
  private sheet: SheetId | null = null;
  private scheduled = 0;

  constructor(private readonly engine: Engine, private readonly port: WorkbookPort, container: HTMLElement) {
    this.words.className = 'chart-words';
    this.words.setAttribute('aria-label', 'Charts on this sheet');
    this.words.hidden = true;
    container.after(this.words);
    engine.onCommand(() => this.later());
    engine.onSidecar(() => this.later());
    engine.onDispose(() => {
      cancelAnimationFrame(this.scheduled);
      this.words.remove();
    });
    this.later();
  }

  /** Once for all that happens before the next frame. */
  private later(): void {
    if (this.scheduled !== 0) return;
    this.scheduled = requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }

  private draw(): void {
    const render = this.engine.injector.get(IRenderManagerService).getRenderById(this.engine.unitId);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (render === null || render === undefined || skeleton === null || skeleton === undefined) return;
    const sheet = activeSheetId(this.engine);
    const charts = this.port.charts(sheet);
    if (charts.length === 0 && this.drawn.size === 0) return;
    const moved = sheet !== this.sheet;
    this.sheet = sheet;
    for (const [id, { image }] of this.drawn) {
      if (!moved && charts.some((chart) => chart.id === id)) continue;
      render.scene.removeObject(image);
      image.dispose();
      this.drawn.delete(id);
    }
    for (const chart of charts) {
      const box = this.boxOf(sheet, chart, { left: skeleton.rowHeaderWidth, top: skeleton.columnHeaderHeight });
      const picture = box.width < 2 || box.height < 2 ? '' : chartPicture(chart, chartData(this.port, chart), box, formatNumber);
      const now = this.drawn.get(chart.id);
      if (now !== undefined && now.picture === picture && sameBox(now.box, box)) continue;
      if (now !== undefined) {
        render.scene.removeObject(now.image);
        now.image.dispose();
      }
      if (picture === '') continue;
      const image = new Image(`chart-${chart.id}`, { url: address(picture), ...box, evented: false });
      render.scene.addObject(image, DRAWING_OBJECT_LAYER_INDEX);
      this.drawn.set(chart.id, { picture, box, image });
    }
    render.scene.makeDirty(true);
    this.say(charts);
  }

  private boxOf(sheet: SheetId, { from, to }: Chart, corner: Pick<Box, 'left' | 'top'>): Box {
    const worksheet = this.engine.worksheet(sheet);
    const across = (point: AnchorPoint): number => {
      let sum = pixels(point.x);
      for (let column = 0; column < point.column; column++) if (worksheet.getColVisible(column)) sum += worksheet.getColumnWidth(column);
      return sum;
    };
    const down = (point: AnchorPoint): number => {
      let sum = pixels(point.y);
      for (let row = 0; row < point.row; row++) if (worksheet.getRowVisible(row)) sum += worksheet.getRowHeight(row);
      return sum;
    };
    const left = across(from);
    const top = down(from);
    return { left: left + corner.left, top: top + corner.top, width: across(to) - left, height: down(to) - top };
  }

  private say(charts: readonly Chart[]): void {
    const list = document.createElement('ul');
    list.append(
      ...charts.map((chart) => {
        const line = document.createElement('li');
        line.textContent = [chart.name, chart.title.text ?? '', chart.altText].filter((part) => part !== '').join(': ');
        return line;
      }),
    );
    this.words.replaceChildren(list);
    this.words.hidden = charts.length === 0;
  }
}
