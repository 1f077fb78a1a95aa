namespace TypedTune.Generators.Tests.Robustness;

/// <summary>What few people write, and a compiler takes or answers with an error of its own.</summary>
internal static class OddCode
{
    public static readonly string[] Attributes =
    [
        "[Hyperparameter]", "[Hyperparameter(Min = double.NaN)]", "[Hyperparameter(Min = double.NaN, Max = 3, Scale = Scale.Log)]", "[Hyperparameter(Min = 1e308, Max = double.PositiveInfinity)]",
        "[Hyperparameter(Min = double.NegativeInfinity, MinExclusive = true)]", "[Hyperparameter(Min = 5, Max = 5)]", "[Hyperparameter(Min = 5, Max = 5, MaxExclusive = true)]", "[Hyperparameter(Min = \"a\")]",
        "[Hyperparameter(Min = 1, Min = 2)]", "[Hyperparameter(Scale = (Scale)7)]", "[Hyperparameter(Scale = Scale.Log)]", "[Hyperparameter(Nonsense = 1)]", "[Hyperparameter(1)]", "[Hyperparameter(Min = )]", "[Hyperparameter(Min = -0.0, Max = 0.0)]",
        "[Hyperparameter(Min = int.MinValue, Max = int.MaxValue)]", "[Hyperparameter(Min = 0.5, Max = 0.7)]", "[Hyperparameter(Min = 9007199254740993, Max = 1e30)]", "[Hyperparameter, Hyperparameter]", "[property: Hyperparameter]", "[field: Hyperparameter]",
        "[Hyperparameter(Min = Missing.Value)]", "[Hyperparameter<int>]", "[global::TypedTune.Hyperparameter]", "[TypedTune.HyperparameterAttribute]", "[Columns(null)]", "[Columns(null!, \"\")]", "[Columns]", "[Columns()]", "[Columns(\"\")]",
        "[Columns([])]", "[Columns(new string[] { null! })]", "[Columns(names: new[] { \"Latitude\" })]", "[Columns(nameof(District.Latitude))]", "[Columns(nameof(District.))]", "[Columns(nameof(District.Latitude), nameof(District.Latitude))]",
        "[Columns(1)]", "[Columns(\"Latitude\" + \"s\")]", "[DropColumns(null)]", "[DropColumns(nameof(District.TotalRooms))]", "[DropColumns(\"\", \"Latitude\")]", "[Remainder]", "[Remainder, Columns(\"Latitude\")]", "[OneOf<,>]", "[OneOf<>]", "[OneOf]",
        "[OneOf<int>]", "[OneOf<Ridge, Ridge>]", "[OneOf<Ridge, int>]", "[OneOf<Ridge, Missing>]", "[OneOf<Ridge, dynamic>]", "[OneOf<Ridge, (int, int)>]", "[OneOf<object, Ridge[]>]", "[OneOf<Ridge, StandardScaler>]", "[OneOf<int?, string>]",
        "[OneOf<Ridge, DecisionTreeRegressor, RandomForestRegressor>]", "[OneOf<List<>, Ridge>]", "[OneOf<string, object>, Hyperparameter]", "[OneOf<IRegressor, ITransformer>]", "[OneOf<A, B, C, D, E, F, G, H, I, J, K, L, M>]",
        "[Pipeline]", "[Pipeline, Pipeline]", "[Pipeline(1)]", "[Row]", "[Row, Pipeline]", "[Row, ColumnTransformer<District>]", "[ColumnTransformer<>]", "[ColumnTransformer]", "[ColumnTransformer<int>]", "[ColumnTransformer<District>]",
        "[ColumnTransformer<Missing>]", "[ColumnTransformer<District[]>]", "[ColumnTransformer<(int, int)>]", "[ColumnTransformer<string>]", "[Target]", "[Target, Target]", "[Column]", "[Column(null)]", "[Column(\"\")]", "[Column(\"a \\\"b\\\"\\n\")]",
        "[Column(Missing)]", "[IgnoreColumn]", "[Obsolete]", "[Obsolete(\"no\", true)]", "[ParameterType(typeof(int))]", "[ParameterType(null!)]", "[ParameterType(typeof(MaxFeaturesParameter<>))]", "[ParameterType(typeof(List<>))]",
        "[Serializable]", "[Flags]", "[System.Runtime.CompilerServices.CompilerGenerated]", "[", "[]", "[,]", "[assembly: CLSCompliant(true)]", "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")]", "[System.Diagnostics.CodeAnalysis.SetsRequiredMembers]",
    ];

    public static readonly string[] Types =
    [
        "int", "int?", "double?", "string?", "object", "dynamic", "void", "var", "nint", "nuint?", "Half", "Int128", "char", "decimal", "decimal?", "float?", "byte", "ulong?", "int[]", "int[,]", "string?[]", "int*", "delegate*<int, void>", "(int, string)", "(int A, string B)?",
        "Span<int>", "ReadOnlySpan<char>", "TypedReference", "Missing", "Missing<int>", "List<List<int>>", "Dictionary<string, object>", "List<>", "Func<int, int>", "Action", "Nullable<int>", "Nullable<int>?", "Nullable<>", "DayOfWeek", "DayOfWeek?", "System.Reflection.BindingFlags",
        "Ridge", "Ridge?", "StandardScaler", "IRegressor", "ITransformer", "IStep<FeatureMatrix, FeatureMatrix>", "IStep<,>", "MaxFeatures", "MaxFeatures?", "District", "District?", "HousingModel", "HousingFeatures", "RatioPipeline", "Options", "Options<int>", "Options<Options<int>>",
        "Table<District>", "FeatureMatrix", "CategoryMatrix", "Lens<int, int>", "Space<int>", "ITunable", "ref int", "ref readonly int", "T", "T?", "T[]", "global::Missing", "@class", "Größe", "IRegressor<FittedRidge>", "Enum", "ValueType", "Delegate", "Array", "string", "bool?", "Type", "TimeSpan?",
    ];

    public static readonly string[] Expressions =
    [
        "default", "default!", "null", "null!", "1e400", "-1", "0", "int.MaxValue", "99999999999999999999", "1m", "1f", "'a'", "\"\"", "\"Latitude\"", "nameof(District.Latitude)", "nameof(", "double.NaN", "double.PositiveInfinity", "-0.0", "0x7fffffff", "1UL", "(byte)3", "checked(1 + 2)", "1 / 0",
        "new()", "new() { }", "new() { Seed = 1 }", "new { A = 1 }", "new Ridge()", "new Ridge { Alpha = -1 }", "new Missing()", "new int[] { 1, 2 }", "new[] { 1, null }", "[]", "[1, 2, 2]", "[.. new[] { 1 }]", "[1, ..]", "(1, 2)", "x => x", "static x => true", "m => m.Missing > 1", "delegate { }",
        "() => { return; }", "p", "p.Missing", "p.RandomForest", "p.RandomForest.Trees", "p.RandomForest.Trees.In()", "p.RandomForest.Trees.In(null)", "p.RandomForest.Trees.In(1, 1, 0)", "p.RandomForest.Trees.Uniform(5, 1)", "p.RandomForest.Trees.Uniform()", "p.Preprocessing.Geo.Gamma.LogUniform(0, -1)",
        "p.Preprocessing.Geo.Gamma.LogUniform(1e-3, 1).Steps(0)", "p.RandomForest.MaxDepth.In(null, null)", "p.RandomForest.MaxFeatures.Count.In(4, 4)", "p.RandomForest.Trees.In(1) * p.RandomForest.Trees.In(1)", "p.RandomForest.Trees.In(1) +", "p.Preprocessing.Rest.WithMean.Any()",
        "throw null!", "await p", "stackalloc int[3]", "typeof(int)", "typeof(List<>)", "sizeof(int)", "default(int?)", "this", "base", "ref p", "1 is 2 or 3", "p switch { _ => 1 }", "p with { }", "$\"{p}\"", "\"a\"u8", "..", "^1", "field", "value", "__arglist", "Missing.Value", "(p)", "((p.RandomForest))", "!p", "p!", "p?.RandomForest", "args",
    ];

    public static readonly string[] Members =
    [
        "public int this[int i] { get => i; set { } }", "[Hyperparameter] public int this[int i] { get => i; set { } }", "[Hyperparameter] int IOdd.Value { get; set; }", "int IOdd.Value { get; init; }", "[Hyperparameter] public static int Shared { get; set; }", "[Hyperparameter] public int Size => 3;",
        "[Hyperparameter] public int Size { get; init => field = value; }", "[Hyperparameter] public int Size { set { } }", "[Hyperparameter] public int Size { get; private set; }", "[Hyperparameter] private int Size { get; init; }", "[Hyperparameter] protected int Size { get; init; }",
        "[Hyperparameter] public required int Size { get; init; }", "[Hyperparameter] public abstract int Size { get; init; }", "[Hyperparameter] public virtual int Size { get; init; }", "[Hyperparameter] public new int Size { get; init; }", "[Hyperparameter] public sealed override int Size { get; init; }",
        "[Hyperparameter] public ref int Size => throw null!;", "[Hyperparameter] public partial int Size { get; set; }", "[Hyperparameter] public extern int Size { get; set; }", "[Hyperparameter] public unsafe int* Size { get; init; }", "[Hyperparameter] public readonly int Size { get; init; }",
        "[Hyperparameter] public int { get; init; }", "[Hyperparameter] public Size { get; init; }", "[Hyperparameter] public int Size { get; init; } =", "[Hyperparameter] public int Size { get; init; } = Size;", "[Hyperparameter(Min = 1)] public int Size { get; init; } = -1;", "[Hyperparameter] int", "[Hyperparameter]",
        "[Hyperparameter] public event Action? Changed;", "[Hyperparameter] public int Field;", "public int Field;", "public readonly int[] Items = [];", "public const int Max = 3;", "public Odd() { }", "private Odd(int a) { }", "static Odd() { }", "~Odd() { }", "public static Odd operator +(Odd a, Odd b) => a;",
        "public static implicit operator int(Odd a) => 1;", "public override bool Equals(object? obj) => true;", "public override int GetHashCode() => 0;", "public virtual bool Equals(Odd? other) => true;", "public static int Space => 1;", "public int Space { get; init; }", "public class Hyperparameters<T>;", "public class Fitted;",
        "public void Fit() { }", "public int SpaceFrom;", "public int All { get; init; }", "[Hyperparameter] public int All { get; init; }", "[Hyperparameter] public int _at { get; init; }", "[Hyperparameter] public int ToString { get; init; }", "[Hyperparameter] public int Equals { get; init; }", "public int Columns;",
        "[Hyperparameter] public Self Self { get; init; } = new();", "[OneOf<Ridge, DecisionTreeRegressor>] public IRegressor Last { get; init; } = new Ridge();", "[OneOf<Ridge, DecisionTreeRegressor>] public object LastOptions { get; init; } = new Ridge();", "[Remainder] public StandardScaler Rest { get; init; } = new();",
        "public StandardScaler Scale { get; init; } = new();", "public OneHotEncoder Encode { get; init; } = new();", "public Ridge Ridge { get; init; } = new();", "public FittedRidge? Learned { get; init; }", "public ITransformer Step { get; init; } = new StandardScaler();", "public IRegressor? Model { get; set; }", "[Target] public double Y { get; init; }",
        "public DateTime At { get; init; }", "public enum Inner { A, A, B = A }", "public record Inner : Inner;", "private partial record Inner { [Hyperparameter] public int X { get; init; } }", "extension(int x) { public int Twice => x * 2; }", "[OneOf<Missing, Other> public object X { get; init; }", "public (int A, int B) Pair { get; init; }",
    ];

    public static readonly string[] Declarations =
    [
        "public interface IOdd { [Hyperparameter] int Value { get; set; } }", "[Pipeline] public partial interface IFlow { StandardScaler Scale { get; set; } }", "public partial record A : B { [Hyperparameter] public int X { get; init; } } public partial record B : A;", "public partial record Own : Own { [Hyperparameter] public int X { get; init; } }",
        "public partial class A<T> : A<A<T>> { [Hyperparameter] public int X { get; set; } }", "public partial record Grow<T> { [Hyperparameter] public Grow<Grow<T>> X { get; init; } }", "[Pipeline] public partial record Deep<T> { public Deep<Deep<T>> Step { get; init; } }", "[Pipeline] public partial record Self { public Self Step { get; init; } = new(); }",
        "[Pipeline] public partial record Ping { public Pong Step { get; init; } } [Pipeline] public partial record Pong { public Ping Step { get; init; } }", "public partial record Grow<T> { [OneOf<Grow<T[]>, Ridge>] public object X { get; init; } }", "public partial record X; public partial class X { [Hyperparameter] public int Y { get; set; } }",
        "public partial struct X { [Hyperparameter] public int Y { get; set; } } public partial record X { [Hyperparameter] public int Y { get; init; } }", "public ref partial struct Ref { [Hyperparameter] public int X { get; set; } }", "public readonly partial record struct Point([property: Hyperparameter] int X);",
        "public static partial class Static { [Hyperparameter] public static int X { get; set; } }", "public abstract partial record Base { [Hyperparameter] public abstract int X { get; init; } }", "file partial record Local { [Hyperparameter] public int X { get; init; } }", "public unsafe partial struct Raw { [Hyperparameter] public int* X { get; set; } }",
        "public partial class Primary(int size) { [Hyperparameter] public int Size { get; set; } = size; }", "public partial record Primary([Hyperparameter] int Size, [property: Hyperparameter(Min = 3)] int Count = 1);", "public partial record struct Both { [Hyperparameter] public int X { get; set; } }", "[Row] public partial struct Line { public double X { get; init; } }",
        "[Row] public partial record Line(double X, string Y, DayOfWeek Z);", "[Row] public partial record Line<T> { public T X { get; init; } }", "[Row] public abstract partial record Line { public double X { get; init; } }", "[Row] public partial interface ILine { double X { get; set; } }", "[Row] public static partial class Lines;",
        "public static class Extensions { extension(Ridge ridge) { [Hyperparameter] public int Size { get => 1; set { } } } }", "namespace N { }", "namespace N;", "namespace A.B { public partial record C { [Hyperparameter] public int D { get; init; } } }", "global using System;", "using Alias = TypedTune.HyperparameterAttribute;", "using static System.Math;",
        "using Alias = System.Collections.Generic.List<int>;", "extern alias X;", "#if X", "#endif", "#region", "#nullable disable", "#pragma warning disable", "#error no", "[assembly: System.CLSCompliant(true)]", "public delegate int D([Hyperparameter] int x);", "public enum E : byte { A = 300, B = A, }", "[Flags] public enum F { }",
        "public class HyperparameterAttribute : Attribute;", "namespace TypedTune { public class HyperparameterAttribute : Attribute; }", "namespace TypedTune.Learning { public class RowAttribute : Attribute; }", "public record class { }", "partial", "record", "class {", "}", "{", "public partial record", "public partial record R(", "public partial record <T>",
        "public partial record R<T> where T : { [Hyperparameter] public T X { get; init; } }", "public partial record R<T, T> { [Hyperparameter] public T X { get; init; } }", "public partial record R<in T>;", "/// <summary>a <b\npublic partial record Doc { /// <summary> & </summary>\n[Hyperparameter] public int X { get; init; } }", "return 1;", "Console.WriteLine(1);",
    ];

    public static readonly string[] Modifiers =
        ["partial", "static", "abstract", "sealed", "readonly", "ref", "unsafe", "file", "record", "struct", "class", "interface", "enum", "record struct", "required", "virtual", "override", "new", "const", "extern", "async", "private", "protected", "internal", "private protected", "public public", "scoped", "volatile", "event", "delegate", "params", "out", "in", "implicit", "operator", "field", "extension", "@"];

    public static readonly string[] Names =
        ["Space", "SpaceFrom", "Hyperparameters", "Fitted", "Fit", "Columns", "ReadCsv", "TRoot", "T", "All", "Any", "In", "Lens", "Check", "_at", "@class", "@event", "record", "field", "value", "var", "dynamic", "nameof", "System", "TypedTune", "Learning", "Größe", "数", "e\u0301", "\\u0041b", "_", "__", "Equals", "GetHashCode", "EqualityContract", "Clone", "Configuration", "Transform", "Seed", "part", "copy", "District", "HousingModel", "Options"];

    public static readonly string[] Bases =
        ["", ": Missing", ": object", ": System.Enum", ": ITransformer", ": ITransformer<FittedRidge>", ": IRegressor", ": IStep<int, string, double>", ": IStep<,>", ": ITunable", ": IRow<Missing>", ": District", ": HousingModel", ": Ridge", ": IComparable<int>", ": (int, int)", ": dynamic", ": int[]", ": Attribute", ": Exception", ": List<int>, IDisposable", ": IEquatable<Missing>", ":", ": T", ": IEstimator<int, int, int>"];
}
