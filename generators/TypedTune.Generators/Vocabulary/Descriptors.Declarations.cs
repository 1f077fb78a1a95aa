using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Vocabulary;

// Rules on declarations: types, hyperparameters, pipelines, rows.
internal static partial class Descriptors
{
    /// <summary>What a property cannot be.</summary>
    public const string AHyperparameter = "a hyperparameter";

    public static readonly DiagnosticDescriptor NotPartial = Declaration(
        "TT0001", "Type must be partial", "{0} must be partial, as its search space is generated into it; write 'partial' before its keyword");

    public static readonly DiagnosticDescriptor NoSetter = Declaration(
        "TT0002", "Hyperparameter without a setter", "{0} has no {1} that a search could use; add one, or take the attribute away");

    public static readonly DiagnosticDescriptor EmptyRange = Declaration(
        "TT0003", "Empty range", "{0} has no legal value, as no {1} is {2}; change Min or Max");

    public static readonly DiagnosticDescriptor NotTunable = Declaration(
        "TT0004", "Property cannot be tuned", "{0} cannot be {1}: {2}");

    public static readonly DiagnosticDescriptor ReservedName = Declaration(
        "TT0005", "Reserved name", "{0} cannot be called {1}: the generator needs that name");

    public static readonly DiagnosticDescriptor DefaultOutsideBounds = Declaration(
        "TT0006", "Default outside the declared bounds", "{0} must be {1}, but starts as {2}");

    public static readonly DiagnosticDescriptor LogScaleOfZero = Declaration(
        "TT0007", "Log scale that includes zero", "{0} has a log scale, which needs a Min above 0, or Min = 0 with MinExclusive = true; {1}");

    public static readonly DiagnosticDescriptor SameGeneratedName = Declaration(
        "TT0008", "Two generated members of one name", "{0} and {1} would both be given a generated member {2}; rename one");

    public static readonly DiagnosticDescriptor FittedMember = Declaration(
        "TT0009", "Fitted member in a configuration", "{0} holds what was fitted, in a configuration, which is fitted many times over and never changes; keep what Fit returns elsewhere");

    public static readonly DiagnosticDescriptor NotAValue = Declaration(
        "TT0010", "Configuration that is no value", "{0} {1}, so that equal configurations are not found equal; {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoEffect = Declaration(
        "TT0011", "Attribute without effect", "[{0}] does nothing here: {1}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor FileLocal = Declaration(
        "TT0012", "File-local type", "{0} is visible in its own file alone, so that nothing can be generated into it; take the 'file' modifier away");

    public static readonly DiagnosticDescriptor NoText = Declaration(
        "TT0013", "Property without a text", "{0} cannot be written, so that no search over {1} can be stored or continued: {2}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotAStep = Declaration(
        "TT0101", "Not a step", "{0} is not a step: its type {1} is no transformer, encoder, regressor or classifier; mark it [Hyperparameter] if it is a setting of the pipeline");

    public static readonly DiagnosticDescriptor StepsDoNotChain = Declaration(
        "TT0102", "Steps do not fit together", "{0} reads {1}, but {2} before it makes {3}");

    public static readonly DiagnosticDescriptor WrongKindOfColumn = Declaration(
        "TT0103", "Wrong kind of column", "{0} holds {1}, but {2} needs {3}");

    public static readonly DiagnosticDescriptor NoSuchColumn = Declaration(
        "TT0104", "No such column", "{0} has no feature column {1}; {2}");

    public static readonly DiagnosticDescriptor BranchWithoutColumns = Declaration(
        "TT0105", "Branch without columns", "{0} works on no columns: {1}");

    public static readonly DiagnosticDescriptor PredictorBeforeEnd = Declaration(
        "TT0106", "Predictor before the end", "{0} predicts, so nothing can follow it, but {1} does");

    public static readonly DiagnosticDescriptor UnfitOption = Declaration(
        "TT0107", "Option does not fit", "{0} cannot be an option of {1}: {2}");

    public static readonly DiagnosticDescriptor NoSteps = Declaration(
        "TT0108", "Nothing to do", "{0} has no steps; add a property for each");

    public static readonly DiagnosticDescriptor UnusedColumns = Declaration(
        "TT0109", "Column that no branch uses", "{0} leaves out {1}; give it to a branch, mark one [Remainder], or name it in [DropColumns]", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DroppedAndUsed = Declaration(
        "TT0110", "Column that is dropped and used", "{0} drops {1}, but {2} uses it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DefaultIsNoOption = Declaration(
        "TT0111", "Default that is no option", "{0} starts as {1}, which is none of its options", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoRowsToPredictFrom = Declaration(
        "TT0112", "Predictor of neither numbers nor rows", "{0} reads {1}, of which no folds can be made to fit {2} on; begin with whole rows, by a [ColumnTransformer], or with numbers");

    public static readonly DiagnosticDescriptor UnsupportedColumn = Declaration(
        "TT0201", "Unsupported column", "{0} cannot be a column: its type {1} is none of a number, a bool, a date, a time, a duration, a string and an enum; mark it [IgnoreColumn] to leave it out");

    public static readonly DiagnosticDescriptor SeveralTargets = Declaration(
        "TT0202", "Several targets", "{0} is a second [Target]; a row type has one");

    public static readonly DiagnosticDescriptor NotARow = Declaration(
        "TT0203", "Not a row type", "{0} is not marked [Row]");

    public static readonly DiagnosticDescriptor SameHeader = Declaration(
        "TT0204", "Two columns of one header", "{0} and {1} are both read from the header '{2}'{3}; give one another [Column] name");

    public static readonly DiagnosticDescriptor RequiredIgnored = Declaration(
        "TT0207", "Required member that is no column", "{0} is required but no column, so that a row read from a file would lack it; take 'required' away, or make it a column");

    public static readonly DiagnosticDescriptor NoTarget = Declaration(
        "TT0205", "Row without a target", "{0} has no [Target], so that nothing can learn to predict from it", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoRowConstructor = Declaration(
        "TT0206", "Row that cannot be made", "{0} cannot be made of its columns{1}");
}
