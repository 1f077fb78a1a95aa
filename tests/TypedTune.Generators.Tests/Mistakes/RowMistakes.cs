namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>Mistakes in rows, and in column transformers that read them.</summary>
internal static class RowMistakes
{
    private const string Humidity = "    public required double Humidity { get; init; }";
    private const string Wind = "    [Columns(nameof(Day.Wind))]\n    public FilledPipeline Wind";
    private const string Rest = "    [Remainder]\n    public StandardScaler Rest { get; init; } = new();";

    public static IReadOnlyList<Mistake> All =>
    [
        new Mistake("row without partial", "TT0001").Without("Report.cs").Write("public sealed partial record Day", "public sealed record [|Day|]"),
        new Mistake("two targets", "TT0202").Write(Humidity, "    [Target] public required double Humidity { get; init; }").Write("double Rain", "double [|Rain|]"),
        new Mistake("weight that is a category", "TT0202").Write("public required string Sky", "[Weight] public required string [|Sky|]"),
        new Mistake("no target", "TT0205").Write("partial record Day", "partial record [|Day|]").Write("[Target] ", ""),
        new Mistake("unsupported column type", "TT0201").Write(Humidity, "    public required decimal[] [|Humidity|] { get; init; }"),
        new Mistake("unsupported column that a branch names", "TT0201").Write("double? Wind", "Uri? [|Wind|]"),
        new Mistake("required member that is no column", "TT0207").Write(Humidity, $"{Humidity}\n    [IgnoreColumn] public required string [|Station|] {{ get; init; }}"),
        new Mistake("one header for two columns", "TT0204").Write(Humidity, "    [Column(\"Temperature\")] public required double [|Humidity|] { get; init; }"),
        new Mistake("row that cannot be made", "TT0206").Write("partial record Day", "partial record [|Day|](int Station)").Write("{\n    public required double Temperature", "{\n    private int Station { get; } = Station;\n    public required double Temperature"),
        new Mistake("generated name on a row", "TT0005").Write(Humidity, $"{Humidity}\n    public static int [|Columns|] => 5;"),
        new Mistake("transformer of no row", "TT0203").Without("Report.cs").Without("Program.cs").Write("[Row]\n", "").Write(" [Target] public", " public").Write("[ColumnTransformer<Day>]", "[[|ColumnTransformer<Day>|]]"),
        new Mistake("unknown column name", "TT0104").Write("[Columns(nameof(Day.Wind))]", "[Columns([|\"Wnd\"|])]"),
        new Mistake("unknown column to drop", "TT0104").Write("[ColumnTransformer<Day>]", "[ColumnTransformer<Day>, DropColumns([|\"Pressure\"|])]"),
        new Mistake("target as a feature", "TT0104").Write("[Columns(nameof(Day.Wind))]", "[Columns([|nameof(Day.Rain)|])]"),
        new Mistake("unused column", "TT0109").Write("partial record Features", "partial record [|Features|]").Write(Rest, ""),
        new Mistake("column dropped and used", "TT0110").Write("[ColumnTransformer<Day>]", "[ColumnTransformer<Day>, DropColumns([|nameof(Day.Wind)|])]"),
        new Mistake("category in a step for numbers", "TT0103").Write("[Columns(nameof(Day.Wind))]", "[Columns(nameof(Day.Wind), [|nameof(Day.Sky)|])]"),
        new Mistake("branch without columns", "TT0105").Write(Wind, "    public FilledPipeline [|Wind|]"),
        new Mistake("branch that makes categories", "TT0102").Write("    public OneHotEncoder Sky", "    public CategoryImputer [|Sky|]"),
        new Mistake("nullable column into a step that calculates", "TT0113").Write($"{Wind} {{ get; init; }} = new();", "    [Columns([|nameof(Day.Wind)|])]\n    public LogTransformer Wind { get; init; } = new();"),
        new Mistake("nullable column among the remaining ones", "TT0113").Write(Humidity, "    public double? Humidity { get; init; }").Write("StandardScaler Rest", "StandardScaler [|Rest|]"),
        new Mistake("nullable category into an encoder", "TT0113").Write("required string Sky", "string? Sky").Write("[Columns(nameof(Day.Sky))]", "[Columns([|nameof(Day.Sky)|])]"),
        new Mistake("columns on no branch", "TT0011").Write("    public int Days", "    [[|Columns(\"Days\")|]]\n    public int Days"),
        new Mistake("two broken rows and a pipeline", "TT0201 TT0201 TT0106")
            .Write(Humidity, "    public required Uri [|Humidity|] { get; init; }")
            .Add("Week.cs", "[Row]\npublic sealed partial record Week\n{\n    public required Version [|Number|] { get; init; }\n    [Target] public required double Rain { get; init; }\n}\n\n[ColumnTransformer<Week>]\npublic sealed partial record WeekFeatures\n{\n    [Remainder] public StandardScaler Rest { get; init; } = new();\n}\n")
            .Add("WeekModel.cs", "[Pipeline]\npublic sealed partial record WeekModel\n{\n    public Ridge [|Ridge|] { get; init; } = new();\n    public StandardScaler Scale { get; init; } = new();\n}\n"),
    ];
}
