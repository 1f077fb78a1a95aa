using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Vocabulary;

// Rules on declarations: types, hyperparameters, pipelines, rows.
internal static partial class Descriptors
{
    /// <summary>What a property cannot be.</summary>
    public const string AHyperparameter = "a hyperparameter";

    public static readonly DiagnosticDescriptor NotPartial = Generation(
        "TT0001", "Type must be partial", "{0} must be partial, as members are generated into it; write 'partial' before its keyword");

    public static readonly DiagnosticDescriptor NoSetter = Generation(
        "TT0002", "Hyperparameter without a setter", "{0} has no {1} that a search could use; add one, or take the attribute away");

    public static readonly DiagnosticDescriptor EmptyRange = Generation(
        "TT0003", "Empty range", "{0} has no legal value, as no {1} is {2}; change Min or Max");

    public static readonly DiagnosticDescriptor NotTunable = Generation(
        "TT0004", "Property cannot be tuned", "{0} cannot be {1}: {2}");

    public static readonly DiagnosticDescriptor ReservedName = Generation(
        "TT0005", "Reserved name", "{0} cannot be called {1}: the generator needs that name; rename it");

    public static readonly DiagnosticDescriptor DefaultOutsideBounds = Declaration(
        "TT0006", "Default outside the declared bounds", "{0} must be {1}, but starts as {2}");

    public static readonly DiagnosticDescriptor LogScaleOfZero = Declaration(
        "TT0007", "Log scale that includes zero", "{0} has a log scale, which needs a Min above 0, or Min = 0 with MinExclusive = true; {1}");

    public static readonly DiagnosticDescriptor SameGeneratedName = Generation(
        "TT0008", "Two generated members of one name", "{0} and {1} would both be given a generated member {2}; rename one");

    public static readonly DiagnosticDescriptor FittedMember = Declaration(
        "TT0009", "Fitted member in a configuration", "{0} holds what was fitted, in a configuration, which is fitted many times over and never changes; keep what Fit returns elsewhere");

    public static readonly DiagnosticDescriptor NotAValue = Declaration(
        "TT0010", "Configuration that is no value", "{0} {1}, so that equal configurations are not found equal; {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoEffect = Declaration(
        "TT0011", "Attribute without effect", "[{0}] does nothing here and can go: {1}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FileLocal = Generation(
        "TT0012", "File-local type", "{0} is visible in its own file alone, so that nothing can be generated into it; take the 'file' modifier away");

    public static readonly DiagnosticDescriptor NoText = Declaration(
        "TT0013", "Property without a text", "{0} cannot be written, so that no search over {1} can be stored or continued: {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OldLanguage = Generation(
        "TT0014", "Version of C# too old", "What is generated needs C# {1}, but this project is compiled as C# {0}; take <LangVersion> out of the project, as the SDK's own is new enough, or set it to {1}");

    public static readonly DiagnosticDescriptor SearchRangeOutsideBounds = Generation(
        "TT0015", "Search range outside the declared bounds", "{0} is searched {1}, but must be {2}; change SearchMin or SearchMax");

    public static readonly DiagnosticDescriptor StepThatIsLeftOut = Generation(
        "TT0016", "Step that would be left out", "{0} has the type of a step, but {1}, so that it would be left out; write it as '{{ get; init; }}', or compute it by '=>'");

    public static readonly DiagnosticDescriptor HiddenRow = Generation(
        "TT0017", "Row type that is less visible", "{0} learns from {1}, which is less visible than it; make {1} as visible as {0}, or {0} as hidden");

    public static readonly DiagnosticDescriptor NotAStep = Generation(
        "TT0101", "Not a step", "{0} is not a step: its type {1} is no transformer, encoder, regressor or classifier; mark it [Hyperparameter] if it is a setting of the pipeline");

    public static readonly DiagnosticDescriptor StepsDoNotChain = Generation(
        "TT0102", "Steps do not fit together", "{0} reads {1}, but {2} before it makes {3}; change the order, or put a step between them that makes {1} of {3}");

    public static readonly DiagnosticDescriptor WrongKindOfColumn = Generation(
        "TT0103", "Wrong kind of column", "{0} holds {1}, but {2} needs {3}; give the column to a branch for {1}, or begin this one with a step that reads them");

    public static readonly DiagnosticDescriptor NoSuchColumn = Generation(
        "TT0104", "No such column", "{0} has no feature column {1}; {2}");

    public static readonly DiagnosticDescriptor BranchWithoutColumns = Generation(
        "TT0105", "Branch without columns", "{0} works on no columns: {1}");

    public static readonly DiagnosticDescriptor PredictorBeforeEnd = Generation(
        "TT0106", "Predictor before the end", "{0} predicts, so nothing can follow it, but {1} does; move it to the end");

    public static readonly DiagnosticDescriptor UnfitOption = Generation(
        "TT0107", "Option does not fit", "{0} cannot be an option of {1}: {2}; change that, or take it out of [OneOf]");

    public static readonly DiagnosticDescriptor NoSteps = Generation(
        "TT0108", "Nothing to do", "{0} has no steps; add a property for each");

    public static readonly DiagnosticDescriptor UnusedColumns = Declaration(
        "TT0109", "Column that no branch uses", "{0} leaves out {1}; give it to a branch, mark one [Remainder], or name it in [DropColumns]", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DroppedAndUsed = Declaration(
        "TT0110", "Column that is dropped and used", "{0} drops {1}, but {2} uses it; take it out of [DropColumns], or out of {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DefaultIsNoOption = Declaration(
        "TT0111", "Default that is no option", "{0} starts as {1}, which is none of its options; add it to them, or start as one of them", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoRowsToPredictFrom = Generation(
        "TT0112", "Predictor of neither numbers nor rows", "{0} reads {1}, of which no folds can be made to fit {2} on; begin with whole rows, by a [ColumnTransformer], or with numbers");

    public static readonly DiagnosticDescriptor MissingValues = Declaration(
        "TT0113", "Missing values in a step that calculates", "{0} may be missing, but {1} cannot work with missing values; {2}");

    public static readonly DiagnosticDescriptor OtherTargets = Declaration(
        "TT0114", "Predictor of other targets", "{0} predicts {1}, but {2} holds {3}; {4}");

    public static readonly DiagnosticDescriptor UnweightedPredictor = Declaration(
        "TT0115", "Predictor that learns from no weights", "{0} cannot learn from weighted rows, but {1} is a [Weight]; take {2}, or the attribute away");

    public static readonly DiagnosticDescriptor UnsupportedColumn = Generation(
        "TT0201", "Unsupported column", "{0} cannot be a column: its type {1} is none of a number, a bool, a date, a time, a duration, a string and an enum; mark it [IgnoreColumn] to leave it out");

    public static readonly DiagnosticDescriptor IllegalRole = Generation(
        "TT0202", "Illegal role of a column", "{0} {1}");

    public static readonly DiagnosticDescriptor NotARow = Generation(
        "TT0203", "Not a row type", "{0} is not marked [Row]; mark it, and make it partial");

    public static readonly DiagnosticDescriptor SameHeader = Generation(
        "TT0204", "Two columns of one header", "{0} and {1} are both read from the header '{2}'{3}; give one another [Column] name");

    public static readonly DiagnosticDescriptor RequiredIgnored = Generation(
        "TT0207", "Required member that is no column", "{0} is required but no column, so that a row read from a file would lack it; take 'required' away, or make it a column");

    public static readonly DiagnosticDescriptor NoTarget = Declaration(
        "TT0205", "Row without a target", "{0} has no [Target], so that nothing can learn to predict from it; mark the column to predict [Target]", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoRowConstructor = Generation(
        "TT0206", "Row that cannot be made", "{0} cannot be made of its columns{1}");
}
