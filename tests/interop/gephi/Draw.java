import java.awt.Font;
import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Draws NETWORK as Gephi's Preview does, with labels shown in FONT, into PICTURE, an SVG: a picture of docs/gephi.md.
 * Nothing else is changed. (Gephi's PNG needs a screen, its PDF drops labels in Noto Sans CJK.)
 * Arguments: NETWORK PICTURE FONT.
 */
public final class Draw {
    private static final int LABEL = 10; /* of a node of size 10 */

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        importer.process(importer.importFile(new File(args[0])), new DefaultProcessor(), workspace);

        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        PreviewProperties properties = preview.getModel(workspace).getProperties();
        properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font(args[2], Font.PLAIN, LABEL));
        preview.refreshPreview(workspace);

        SVGExporter exporter = new SVGExporter();
        exporter.setWorkspace(workspace);
        Lookup.getDefault().lookup(ExportController.class).exportFile(new File(args[1]), exporter);
        System.exit(0); /* Gephi's threads would go on */
    }
}
