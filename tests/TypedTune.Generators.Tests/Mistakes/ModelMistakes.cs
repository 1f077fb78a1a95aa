namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>Mistakes in hyperparameters and pipelines.</summary>
internal static class ModelMistakes
{
    private const string Days = "    [Hyperparameter(Min = 1, Max = 30)]\n    public int Days { get; init; } = 7;";
    private const string Forest = "    public RandomForestRegressor Forest { get; init; } = new() { Seed = 42 };";
    private const string Scale = "    public StandardScaler Scale { get; init; } = new();";

    public static IReadOnlyList<Mistake> All =>
    [
        new Mistake("no partial", "TT0001").Write("partial record Smoothing", "record [|Smoothing|]"),
        new Mistake("outer type without partial", "TT0001").Add("Tools.cs", "public static class [|Tools|]\n{\n    public sealed partial record Window { [Hyperparameter] public int Size { get; init; } = 3; }\n\n    public sealed partial record Step { [Hyperparameter] public int Size { get; init; } = 3; }\n}\n"),
        new Mistake("no setter", "TT0002").Write("int Days { get; init; }", "int [|Days|] { get; }"),
        new Mistake("array hyperparameter", "TT0004").Write(Days, $"{Days}\n\n    [Hyperparameter]\n    public int[] [|Windows|] {{ get; init; }} = [];"),
        new Mistake("hyperparameter without value equality", "TT0004").Write(Days, $"{Days}\n\n    [Hyperparameter]\n    public Kernel [|Kernel|] {{ get; init; }} = new();").Add("Kernel.cs", "public sealed class Kernel;\n"),
        new Mistake("declared low above high", "TT0003").Write(Days, "    [Hyperparameter(Min = 30, Max = 1)]\n    public int [|Days|] { get; init; } = 7;"),
        new Mistake("default outside bounds", "TT0006").Write("= 7;", "= [|0|];"),
        new Mistake("log scale with zero", "TT0007").Write(Days, $"{Days}\n\n    [Hyperparameter(Min = 0, Max = 1, Scale = Scale.Log)]\n    public double [|Decay|] {{ get; init; }} = 0.5;"),
        new Mistake("generated name", "TT0005").Write(Days, $"{Days}\n\n    public static int [|Space|] => 1;"),
        new Mistake("file-local type", "TT0012").Add("Local.cs", "file sealed partial record [|Local|]\n{\n    [Hyperparameter] public int Size { get; init; } = 3;\n}\n"),
        new Mistake("static pipeline", "TT0004").Add("Tools.cs", "[Pipeline]\npublic static partial class [|Tools|];\n"),
        new Mistake("fitted member", "TT0009").Write(Days, $"{Days}\n\n    public FittedRidge? [|Fitted|] {{ get; init; }}"),
        new Mistake("empty pipeline", "TT0108").Add("Nothing.cs", "[Pipeline]\npublic sealed partial record [|Nothing|];\n"),
        new Mistake("step that is none", "TT0101").Write(Forest, $"{Forest}\n    public int [|Size|] {{ get; init; }}"),
        new Mistake("step without a setter", "TT0016").Write("public Smoother Smoother { get; init; }", "public Smoother [|Smoother|] { get; }").Without("Program.cs").Add("Main.cs", "Console.WriteLine(new Model());\n"),
        new Mistake("static step", "TT0016").Write("public Smoother Smoother { get; init; }", "public static Smoother [|Smoother|] { get; set; }").Without("Program.cs").Add("Main.cs", "Console.WriteLine(new Model());\n"),
        new Mistake("row that is less visible", "TT0017").Add("House.cs", "[Row]\ninternal sealed partial record House\n{\n    public required double Area { get; init; }\n    [Target] public double Price { get; init; }\n}\n\n[ColumnTransformer<House>]\npublic sealed partial record [|HouseFeatures|]\n{\n    [Remainder] public StandardScaler Rest { get; init; } = new();\n}\n\n[Pipeline]\npublic sealed partial record HouseModel\n{\n    public HouseFeatures Features { get; init; } = new();\n    public Ridge Ridge { get; init; } = new();\n}\n"),
        new Mistake("step after the predictor", "TT0106").Write(Forest, $"    public Ridge [|Ridge|] {{ get; init; }} = new();\n{Forest}"),
        new Mistake("steps in the wrong order", "TT0102").Write(Scale, $"{Scale}\n    public OneHotEncoder [|Encode|] {{ get; init; }} = new();"),
        new Mistake("predictor from categories", "TT0112").Add("Labels.cs", "[Pipeline]\npublic sealed partial record Labels\n{\n    public OneHotEncoder [|Encode|] { get; init; } = new();\n    public Ridge Ridge { get; init; } = new();\n}\n"),
        new Mistake("option that does not fit", "TT0107").Write(Forest, "    [[|OneOf<RandomForestRegressor, StandardScaler>|]]\n    public IRegressor Forest { get; init; } = new RandomForestRegressor() { Seed = 42 };"),
        new Mistake("default that is no option", "TT0111").Without("Program.cs").Write(Forest, "    [OneOf<RandomForestRegressor, Ridge>]\n    public IRegressor Forest { get; init; } = [|new DecisionTreeRegressor() { Seed = 42 }|];").Add("Main.cs", "Console.WriteLine(Model.SpaceFrom(new Model()));\n"),
        new Mistake("classifier on a number", "TT0114").Write("RandomForestRegressor Forest", "RandomForestClassifier [|Forest|]").Write("Metric.RootMeanSquaredError", "Metric.Accuracy"),
        new Mistake("classifier on a bool", "TT0114").Write("required double Rain", "required bool Rain").Write("RandomForestRegressor Forest", "RandomForestClassifier [|Forest|]").Write("Metric.RootMeanSquaredError", "Metric.Accuracy"),
        new Mistake("regressor on labels", "TT0114").Write("required double Rain", "required string Rain").Write("RandomForestRegressor Forest", "RandomForestRegressor [|Forest|]"),
        new Mistake("predictor that learns from no weights", "TT0115").Without("Program.cs").Write("    public required string Sky", "    [Weight] public double Area { get; init; } = 1;\n    public required string Sky").Write(Forest, "    public KNeighborsRegressor [|Forest|] { get; init; } = new();").Add("Main.cs", "Console.WriteLine(Model.Space);\n"),
        new Mistake("C# of an earlier version", "TT0014") { Properties = "<LangVersion>13</LangVersion>" }.Without("Report.cs"),
    ];
}
