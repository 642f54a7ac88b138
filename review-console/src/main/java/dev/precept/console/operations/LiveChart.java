package dev.precept.console.operations;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A chart over time, drawn by Chart.js from its WebJar. It takes its colours from the page and
/// follows a change between light and dark; what it shows is also said in words.
final class LiveChart extends Div {

    private static final String LIBRARY = "context://webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String DRAW =
            """
            const self = this, data = JSON.parse($0);
            const style = (name) => getComputedStyle(self).getPropertyValue(name).trim();
            const paint = (chart) => {
              const ink = getComputedStyle(self).color;
              chart.options.color = ink;
              for (const axis of Object.values(chart.options.scales)) {
                axis.ticks.color = ink;
                axis.grid.color = style('--chart-grid');
              }
              chart.data.datasets.forEach((set, index) => {
                set.borderColor = style('--chart-' + (index + 1));
                set.backgroundColor = style('--chart-fill-' + (index + 1));
              });
            };
            const sets = data.series.map((series) => ({
                label: series.name, data: series.values, fill: true, pointRadius: 0,
                borderWidth: 2, tension: 0.25}));
            if (!self.preceptChart) {
              const canvas = document.createElement('canvas');
              canvas.setAttribute('aria-hidden', 'true');
              self.replaceChildren(canvas);
              self.preceptChart = new window.Chart(canvas, {
                type: 'line',
                data: {labels: data.labels, datasets: sets},
                options: {
                  animation: false, responsive: true, maintainAspectRatio: false,
                  interaction: {mode: 'index', intersect: false},
                  plugins: {legend: {display: sets.length > 1, position: 'bottom',
                      labels: {boxWidth: 10, boxHeight: 10}}},
                  scales: {
                    x: {ticks: {maxTicksLimit: 6, maxRotation: 0}, grid: {display: false}},
                    y: {beginAtZero: true, stacked: sets.length > 1, suggestedMax: 4,
                        ticks: {maxTicksLimit: 5, precision: 0}, grid: {}}}}});
              new MutationObserver(() => { paint(self.preceptChart); self.preceptChart.update(); })
                  .observe(document.documentElement, {attributes: true});
            } else {
              self.preceptChart.data.labels = data.labels;
              self.preceptChart.data.datasets.forEach((set, index) => {
                set.data = data.series[index].values;
              });
            }
            paint(self.preceptChart);
            self.preceptChart.update();
            """;

    private final Div canvas = new Div();

    /// One line of the chart.
    record Series(String name, List<? extends Number> values) {}

    private record Data(List<String> labels, List<Series> series) {}

    LiveChart(String title) {
        addClassName("live-chart");
        canvas.addClassName("live-chart-canvas");
        canvas.getElement().setAttribute("role", "img");
        add(new H3(title), canvas);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript(LIBRARY);
    }

    /// @param inWords what the chart shows, for those who cannot see it
    void show(List<String> labels, List<Series> series, String inWords) {
        canvas.getElement().setAttribute("aria-label", inWords);
        canvas.getElement().executeJs(DRAW, JSON.writeValueAsString(new Data(labels, series)));
    }
}
