using System.Globalization;

namespace TypedTune.Generators.Tests.Rules;

/// <summary>Each rule on declarations: what it says, and where.</summary>
public sealed class DeclarationRulesTests
{
    [Fact]
    public Task TypeThatIsNotPartial_IsNamed() => Reports(
        "public sealed record Options { [Hyperparameter] public int Size { get; init; } }",
        "TT0001", "Options", "Options must be partial, as members are generated into it; write 'partial' before its keyword");

    [Fact]
    public Task OuterTypeThatIsNotPartial_IsNamed() => Reports(
        "public static class Outer { public sealed partial record Options { [Hyperparameter] public int Size { get; init; } } }",
        "TT0001", "Outer", "Outer must be partial, as members are generated into it; write 'partial' before its keyword");

    [Fact]
    public Task OuterTypeOfSeveral_IsNamedOnce() => Reports(
        "public static class Outer { public static partial class Inner { public sealed partial record A { [Hyperparameter] public int Size { get; init; } } } public sealed partial record B { [Hyperparameter] public int Size { get; init; } } }",
        "TT0001", "Outer", "Outer must be partial, as members are generated into it; write 'partial' before its keyword");

    [Fact]
    public Task FileLocalType_IsRefused() => Reports(
        "file sealed partial record Options { [Hyperparameter] public int Size { get; init; } }",
        "TT0012", "Options", "Options is visible in its own file alone, so that nothing can be generated into it; take the 'file' modifier away");

    [Fact]
    public Task PropertyWithoutSetter_IsNamed() => Reports(
        "public sealed partial record Options { [Hyperparameter] public int Size { get; } }",
        "TT0002", "Size", "Options.Size has no 'init' or 'set' accessor that a search could use; add one, or take the attribute away");

    [Fact]
    public Task InitOnlyPropertyOfAClass_IsRefused() => Reports(
        "public sealed partial class Options { [Hyperparameter] public int Size { get; init; } }",
        "TT0002", "Size", "Options.Size has no 'set' accessor (only records and structs can be copied with 'init') that a search could use; add one, or take the attribute away");

    [Theory]
    [InlineData("Min = 5, Max = 3", "int", "no whole number is at least 5 and at most 3")]
    [InlineData("Min = 0.25, Max = 0.75", "int", "no whole number is at least 0.25 and at most 0.75")]
    [InlineData("Min = 0, Max = 1, MinExclusive = true, MaxExclusive = true", "long?", "no whole number is above 0 and below 1")]
    [InlineData("Min = 0.5, Max = 0.5, MaxExclusive = true", "double", "no number is at least 0.5 and below 0.5")]
    [InlineData("Min = double.PositiveInfinity", "int", "no whole number is at least Infinity")]
    [InlineData("Min = double.NaN", "double?", "no number is at least NaN")]
    public Task EmptyRange_IsRefusedAlone(string bounds, string type, string reason) => Reports(
        $"public sealed partial record Options {{ [Hyperparameter({bounds})] public {type} Size {{ get; init; }} = 4; }}",
        "TT0003", "Size", $"Options.Size has no legal value, as {reason}; change Min or Max");

    [Fact]
    public async Task RangeOfOneValue_IsNoEmptyOne() => Assert.Empty(await Compiling.Diagnose(
        "public sealed partial record Options { [Hyperparameter(Min = 2, Max = 4, MinExclusive = true, MaxExclusive = true)] public int A { get; init; } = 3; [Hyperparameter(Min = 0.5, Max = 0.5)] public double B { get; init; } = 0.5; }"));

    [Fact]
    public Task BoundsOfText_AreRefused() => Reports(
        "public sealed partial record Options { [Hyperparameter(Min = 5)] public string Name { get; init; } = \"\"; }",
        "TT0004", "Name", "Options.Name cannot be a hyperparameter: Min, Max and Scale are for whole numbers such as int and for double, but not for string; take them away");

    [Fact]
    public Task Array_IsRefused() => Reports(
        "public sealed partial record Options { [Hyperparameter] public int[] Sizes { get; init; } = []; }",
        "TT0004", "Sizes", "Options.Sizes cannot be a hyperparameter: an array has no value equality, so that equal configurations could not be recognised; use a record that holds it");

    [Theory]
    [InlineData("[Hyperparameter(Scale = Scale.Log)] public bool X { get; init; }", "Min, Max and Scale are for whole numbers such as int and for double, but not for bool; take them away")]
    [InlineData("[Hyperparameter] public None X { get; init; }", "None has no members to choose from; give it some")]
    [InlineData("[Hyperparameter] public int X { init { } }", "it has no 'get' accessor, so that equal configurations could not be recognised; add one")]
    [InlineData("[Hyperparameter] private Own X { get; init; }", "its type Own is hidden where the space of Options is not; make it internal at least")]
    [InlineData("[Hyperparameter] public dynamic? X { get; init; }", "dynamic is no value that can be compared; use a type of your own that is")]
    public Task PropertyThatCannotBeVaried_IsRefused(string member, string reason) => Reports(
        $"public enum None; public sealed partial record Options {{ {member} private enum Own {{ A }} }}",
        "TT0004", "X", $"Options.X cannot be a hyperparameter: {reason}");

    [Fact]
    public async Task TypeThatDoesNotExist_IsLeftToTheCompiler() => Assert.DoesNotContain(
        await Compiling.Diagnose("public sealed partial record Options { [Hyperparameter] public Missing X { get; init; } [Hyperparameter] public Missing<int>? Y { get; init; } }"),
        diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));

    [Fact]
    public Task RefStruct_IsRefused() => Reports(
        "public ref partial struct Options { [Hyperparameter] public int Size { get; set; } }",
        "TT0004", "Options", "Options cannot be a configuration: a ref struct cannot be kept; make it a record or a class");

    [Theory]
    [InlineData("[Pipeline]")]
    [InlineData("[ColumnTransformer<int>]")]
    public async Task StaticClass_IsNoConfiguration(string attribute) => Assert.Contains(
        "Tools cannot be a configuration: a static class has no instances; take 'static' away",
        (await Compiling.Diagnose($"{attribute} public static partial class Tools;")).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));

    [Fact]
    public Task TypeOfAHiddenTypeParameter_CannotBeNamed() => Reports(
        "public partial record Outer<T> { public sealed partial record Part<T> { [Hyperparameter] public Part<int> Other { get; init; } = null!; } }",
        "TT0004", "Other", "Part.Other cannot be a hyperparameter: its type needs the T of Outer, which another T hides in Part; rename one");

    [Fact]
    public async Task OptionOfAnArray_DoesNotFit() => Assert.Contains(
        "Ridge cannot be an option of Sizes: it is not an int[]; change that, or take it out of [OneOf]",
        (await Compiling.Diagnose("public sealed partial record Options { [OneOf<Ridge, StandardScaler>] public int[] Sizes { get; init; } = []; }")).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));

    [Fact]
    public Task ReservedName_IsRefused() => Reports(
        "[Pipeline] public sealed partial record Model { public StandardScaler Fit { get; init; } = new(); }",
        "TT0005", "Fit", "A member of Model cannot be called Fit: the generator needs that name; rename it");

    [Fact]
    public Task PropertyThatIsNoStep_IsRefused() => Reports(
        "[Pipeline] public sealed partial record Model { public StandardScaler Scale { get; init; } = new(); public int Size { get; init; } }",
        "TT0101", "Size", "Model.Size is not a step: its type int is no transformer, encoder, regressor or classifier; mark it [Hyperparameter] if it is a setting of the pipeline");

    [Fact]
    public Task StepsThatDoNotChain_AreRefused() => Reports(
        "[Pipeline] public sealed partial record Model { public StandardScaler Scale { get; init; } = new(); public OneHotEncoder Encode { get; init; } = new(); }",
        "TT0102", "Encode", "Model.Encode reads categories, but Scale before it makes numbers; change the order, or put a step between them that makes categories of numbers");

    [Fact]
    public Task NumberForACategory_IsRefused() => Reports(
        Rows + "[ColumnTransformer<Reading>] public sealed partial record Features { [Columns(nameof(Reading.Height))] public OneHotEncoder Encode { get; init; } = new(); }",
        "TT0103", "nameof(Reading.Height)", "Reading.Height holds numbers, but Features.Encode needs categories; give the column to a branch for numbers, or begin this one with a step that reads them");

    [Fact]
    public Task ColumnThatIsNone_IsRefused() => Reports(
        Rows + "[ColumnTransformer<Reading>] public sealed partial record Features { [Columns(\"Hight\")] public StandardScaler Scale { get; init; } = new(); }",
        "TT0104", "\"Hight\"", "Reading has no feature column Hight; did you mean nameof(Reading.Height)?");

    [Fact]
    public Task TargetAsAFeature_IsRefused() => Reports(
        Rows + "[ColumnTransformer<Reading>] public sealed partial record Features { [Columns(nameof(Reading.Weight))] public StandardScaler Scale { get; init; } = new(); }",
        "TT0104", "nameof(Reading.Weight)", "Reading has no feature column Weight; it is the target, which no branch can read; take it out of the list");

    [Fact]
    public Task BranchWithoutColumns_IsRefused() => Reports(
        Rows + "[ColumnTransformer<Reading>] public sealed partial record Features { public StandardScaler Scale { get; init; } = new(); }",
        "TT0105", "Scale", "Features.Scale works on no columns: name them with [Columns(nameof(…))], or mark it [Remainder]");

    [Theory]
    [InlineData("public abstract partial record Reading", ", as it is abstract; mark the types that derive from it instead")]
    [InlineData("public sealed partial record Reading(int Rows)", "; give it a constructor without parameters, or one whose parameters are all called as columns are")]
    public Task RowThatCannotBeMade_IsRefused(string declaration, string reason) => Reports(
        $"[Row] {declaration} {{ {(declaration.Contains('(', StringComparison.Ordinal) ? "public int Rows => 1; " : "")}[Target] public double A {{ get; init; }} }}",
        "TT0206", "Reading", $"Reading cannot be made of its columns{reason}");

    [Fact]
    public Task RemainderOfNothing_IsRefused() => Reports(
        Rows + "[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Kind))] public sealed partial record Features { [Remainder] public StandardScaler Scale { get; init; } = new(); [Remainder] public OneHotEncoder Encode { get; init; } = new(); }",
        "TT0105", "Encode", "Features.Encode works on no columns: no categories are left for [Remainder]; take the branch away, or leave it some");

    [Fact]
    public Task PredictorBeforeTheEnd_IsRefused() => Reports(
        "[Pipeline] public sealed partial record Model { public Ridge Ridge { get; init; } = new(); public StandardScaler Scale { get; init; } = new(); }",
        "TT0106", "Ridge", "Model.Ridge predicts, so nothing can follow it, but Scale does; move it to the end");

    [Fact]
    public Task OptionOfAnotherKind_IsRefused() => Reports(
        "[Pipeline] public sealed partial record Model { [OneOf<Ridge, StandardScaler>] public IRegressor Last { get; init; } = new Ridge(); }",
        "TT0107", "OneOf<Ridge, StandardScaler>", "StandardScaler cannot be an option of Last: it is not an IRegressor; change that, or take it out of [OneOf]");

    [Fact]
    public Task OptionThatIsHidden_IsRefused() => Reports(
        "public sealed partial record Options { [OneOf<A, B>] public object X { get; init; } = new A(); } public sealed record A; file sealed record B;",
        "TT0107", "OneOf<A, B>", "B cannot be an option of X: it is hidden where the space of Options is not; change that, or take it out of [OneOf]");

    [Fact]
    public Task PipelineWithoutSteps_IsRefused() => Reports(
        "[Pipeline] public sealed partial record Model;",
        "TT0108", "Model", "Model has no steps; add a property for each");

    [Fact]
    public Task ColumnOfAnUnknownType_IsRefused() => Reports(
        "[Row] public sealed partial record Reading { public required Guid At { get; init; } }",
        "TT0201", "At", "Reading.At cannot be a column: its type System.Guid is none of a number, a bool, a date, a time, a duration, a string and an enum; mark it [IgnoreColumn] to leave it out");

    [Fact]
    public Task SecondTarget_IsRefused() => Reports(
        "[Row] public sealed partial record Reading { [Target] public required double A { get; init; } [Target] public required double B { get; init; } }",
        "TT0202", "B", "Reading.B is a second [Target]; a row type has one, so take this one away");

    [Fact]
    public Task ColumnTransformerOfNoRow_IsRefused() => Reports(
        "public sealed record Plain { public double X { get; init; } } [ColumnTransformer<Plain>] public sealed partial record Features { [Columns(\"X\")] public StandardScaler Scale { get; init; } = new(); }",
        "TT0203", "ColumnTransformer<Plain>", "Plain is not marked [Row]; mark it, and make it partial");

    private const string Rows = "[Row] public sealed partial record Reading { public required double Height { get; init; } public required string Kind { get; init; } [Target] public required double Weight { get; init; } }\n";

    private static async Task Reports(string source, string id, string at, string message)
    {
        var diagnostics = await Compiling.Diagnose(source);

        // What the generator left out makes the compiler complain as well; the rule is what explains it.
        var diagnostic = Assert.Single(diagnostics, candidate => candidate.Id.StartsWith("TT", StringComparison.Ordinal));
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage()));
        Assert.Equal(at, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }
}
