import com.google.gson.stream.JsonWriter;
import java.io.File;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.AttributeUtils;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens each FILE as Gephi's "Open" does and writes what is then in its workspace to OUT, as read.py describes it.
 * A folder stands for its nodes.csv and edges.csv, which the user opens one after the other.
 * Arguments: FILE OUT, as often as wanted.
 */
public final class Read {
    private final ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    private final List<String[]> issues = new ArrayList<>();
    private final Workspace workspace;
    private final GraphModel model;

    private Read() {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        workspace = projects.getCurrentWorkspace();
        model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    }

    private void add(Container container, Processor processor) {
        if (container == null)
            throw new IllegalStateException("no importer of Gephi's takes the file");
        container.getReport().getIssuesList(Integer.MAX_VALUE).forEach(this::note);
        importer.process(container, processor, workspace);
        /* The processor has a report of its own, which Gephi shows likewise. */
        if (processor.getReport() != null && processor.getReport() != container.getReport())
            processor.getReport().getIssuesList(Integer.MAX_VALUE).forEach(this::note);
    }

    private void note(Issue issue) {
        issues.add(new String[] {issue.getLevel().toString(), issue.getMessage()});
    }

    private void open(File file) throws Exception {
        if (!file.isDirectory()) {
            add(importer.importFile(file), new DefaultProcessor());
            return;
        }
        for (Mode mode : new Mode[] {Mode.NODES_TABLE, Mode.EDGES_TABLE}) {
            File table = new File(file, mode == Mode.NODES_TABLE ? "nodes.csv" : "edges.csv");
            ImporterSpreadsheetCSV reader = new ImporterSpreadsheetCSV();
            reader.setFile(table);
            reader.refreshAutoDetections();
            if (reader.getMode() != mode)
                issues.add(new String[] {"WARNING", table.getName() + " is taken for " + reader.getMode()});
            reader.setMode(mode);
            add(importer.importFile(table, reader), mode == Mode.NODES_TABLE ? new DefaultProcessor() : new AppendProcessor());
        }
    }

    private static String color(Element element) {
        return String.format("#%06x", element.getRGBA() & 0xffffff);
    }

    /* A day as Gephi's timeline shows it. */
    private String day(double time) {
        return AttributeUtils.printDate(time, model.getTimeZone());
    }

    private String day(Interval interval) {
        String low = day(interval.getLow()), high = day(interval.getHigh());
        return low.equals(high) ? low : low + "/" + high;
    }

    private void writeAttributes(JsonWriter out, Element element) throws Exception {
        out.name("attributes").beginObject();
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (column.isProperty() || value == null)
                continue;
            out.name(column.getTitle());
            if (value instanceof Number)
                out.value((Number) value);
            else if (value instanceof Boolean)
                out.value((Boolean) value);
            else
                out.value(AttributeUtils.print(value));
        }
        out.endObject().name("days").beginArray();
        if (model.getConfiguration().getTimeRepresentation() == TimeRepresentation.TIMESTAMP) {
            double[] times = element.getTimestamps();
            for (double time : times == null ? new double[0] : times)
                out.value(day(time));
        } else {
            Interval[] intervals = element.getIntervals();
            for (Interval interval : intervals == null ? new Interval[0] : intervals)
                out.value(day(interval));
        }
        out.endArray();
    }

    private void write(JsonWriter out) throws Exception {
        Graph graph = model.getGraph();
        out.name("kind").value(model.isMixed() ? "mixed" : model.isDirected() ? "directed" : "undirected");
        out.name("nodes").beginArray();
        for (Node node : graph.getNodes().toArray()) {
            out.beginObject().name("id").value(node.getId().toString()).name("label").value(node.getLabel());
            out.name("color").value(color(node)).name("alpha").value(node.alpha());
            out.name("size").value(node.size()).name("x").value(node.x()).name("y").value(node.y());
            writeAttributes(out, node);
            out.endObject();
        }
        out.endArray().name("edges").beginArray();
        for (Edge edge : graph.getEdges().toArray()) {
            out.beginObject().name("id").value(edge.getId().toString()).name("label").value(edge.getLabel());
            out.name("source").value(edge.getSource().getId().toString());
            out.name("target").value(edge.getTarget().getId().toString());
            out.name("directed").value(edge.isDirected()).name("weight").value(edge.getWeight());
            out.name("type").value(edge.getTypeLabel() == null ? null : edge.getTypeLabel().toString());
            writeAttributes(out, edge);
            out.endObject();
        }
        out.endArray();
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        for (int i = 0; i + 1 < args.length; i += 2) {
            String failure = null;
            Read reading = new Read();
            try {
                reading.open(new File(args[i]));
            } catch (Exception | StackOverflowError e) {
                failure = e.toString();
            }
            try (Writer file = Files.newBufferedWriter(Path.of(args[i + 1]), StandardCharsets.UTF_8);
                 JsonWriter out = new JsonWriter(file)) {
                out.beginObject().name("error").value(failure).name("issues").beginArray();
                for (String[] issue : reading.issues)
                    out.value(issue[0] + ": " + issue[1]);
                out.endArray();
                reading.write(out);
                out.endObject();
            }
        }
        System.exit(0); /* Gephi's threads would go on */
    }
}
