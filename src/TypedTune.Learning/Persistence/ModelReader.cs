using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace TypedTune.Learning;

/// <summary>Gives the values of a model that is loaded, in the order in which they were written. Made by loading alone. Not thread safe.</summary>
/// <remarks>Every method throws a <see cref="ModelFileException"/> where the file holds another value than the one that is asked for.</remarks>
public sealed class ModelReader
{
    private readonly IModelDecoder _decoder;
    private readonly ModelManifest _manifest;

    internal ModelReader(IModelDecoder decoder, ModelManifest manifest)
    {
        _decoder = decoder;
        _manifest = manifest;
    }

    /// <summary>The version of the type that is read, from 1 to its <see cref="IPersistentModel{TSelf}.ModelVersion"/>.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Reads a number.</summary>
    /// <param name="name">The value's name.</param>
    public double Number(string name) => _decoder.Number(name);

    /// <summary>Reads a whole number.</summary>
    /// <param name="name">The value's name.</param>
    public long Integer(string name) => _decoder.Integer(name);

    /// <summary>Reads a bool.</summary>
    /// <param name="name">The value's name.</param>
    public bool Bool(string name) => _decoder.Bool(name);

    /// <summary>Reads a text.</summary>
    /// <param name="name">The value's name.</param>
    public string Text(string name) => _decoder.Text(name);

    /// <summary>Reads a list of numbers.</summary>
    /// <param name="name">The list's name.</param>
    public double[] Numbers(string name) => _decoder.Numbers(name);

    /// <summary>Reads a list of whole numbers, each within the range of an int.</summary>
    /// <param name="name">The list's name.</param>
    public int[] Integers(string name) => Array.ConvertAll(_decoder.Integers(name), value =>
    {
        Require(value is >= int.MinValue and <= int.MaxValue, $"{name} holds {value}, which is no int");
        return (int)value;
    });

    /// <summary>Reads a list of whole numbers.</summary>
    /// <param name="name">The list's name.</param>
    public long[] LongIntegers(string name) => _decoder.Integers(name);

    /// <summary>Reads a list of texts.</summary>
    /// <param name="name">The list's name.</param>
    public string[] Texts(string name) => _decoder.Texts(name);

    /// <summary>Reads names of columns.</summary>
    /// <param name="name">The value's name.</param>
    public FeatureNames FeatureNames(string name) => Within(name, nameof(FeatureNames), () => FeatureNamesValues.Read(this));

    /// <summary>Reads a column of categories.</summary>
    /// <param name="name">The value's name.</param>
    public Categories Categories(string name) => Within(name, nameof(Categories), () => new Categories(Texts("Levels"), Integers("Codes")));

    /// <summary>Reads a matrix.</summary>
    /// <param name="name">The value's name.</param>
    public FeatureMatrix Matrix(string name) => Within(name, nameof(FeatureMatrix), () =>
    {
        var names = FeatureNames("Names");
        long rows = Integer("Rows");
        double[] values = Numbers("Values");
        Require(rows is >= 0 and <= int.MaxValue && rows * names.Count == values.Length, $"{name} has {rows} rows of {names.Count} columns, but {values.Length} values");
        return FeatureMatrix.Own(values, (int)rows, names);
    });

    /// <summary>Reads a configuration, and checks its declared bounds.</summary>
    /// <typeparam name="T">The configuration's type.</typeparam>
    /// <param name="name">The value's name.</param>
    /// <param name="prototype">A configuration of that type.</param>
    public T Configuration<T>(string name, T prototype)
    {
        string text = _decoder.Text(name);
        try
        {
            var configuration = ConfigurationText.Parse(text, prototype);
            (configuration as ITunable)?.Validate();
            return configuration;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new ModelFileException(ModelFileProblem.OtherModel, $"The configuration of the model cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads another fitted object.</summary>
    /// <typeparam name="TModel">Its type.</typeparam>
    /// <param name="name">The part's name.</param>
    public TModel Part<TModel>(string name)
        where TModel : IPersistentModel<TModel> => Model<TModel>(name, _decoder.Begin(name));

    /// <summary>Reads other fitted objects of one type.</summary>
    /// <typeparam name="TModel">Their type.</typeparam>
    /// <param name="name">The list's name.</param>
    public ImmutableArray<TModel> Parts<TModel>(string name)
        where TModel : IPersistentModel<TModel>
    {
        int count = _decoder.BeginList(name);
        var parts = ImmutableArray.CreateBuilder<TModel>();
        for (int i = 0; i < count; i++)
            parts.Add(Part<TModel>(""));
        _decoder.EndList();
        return parts.ToImmutable();
    }

    /// <summary>Reads another fitted object, which is of one of several types.</summary>
    /// <typeparam name="TBase">What all of them are.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="options">The types that it may be of.</param>
    public TBase Option<TBase>(string name, params IReadOnlyList<ModelOption<TBase>> options)
        where TBase : class
    {
        ArgumentNullException.ThrowIfNull(options);
        var begun = _decoder.Begin(name);
        return options.FirstOrDefault(option => option.Name == begun.Model) is { } known
            ? known.Read(this, begun)
            : throw new ModelFileException(ModelFileProblem.OtherModel, $"{name} is a {begun.Model}, but only {string.Join(", ", options)} can be read here. Load it with the type that saved it.");
    }

    /// <summary>Refuses a model that was fitted on other columns than the row type has.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <exception cref="ModelFileException">A column is missing, new, or of another kind; the message names all that differ.</exception>
    public void Rows<TRow>()
        where TRow : IRow<TRow>
    {
        var expected = _manifest.Columns;
        var actual = ModelColumn.FromRows<TRow>();
        string[] differences =
        [
            .. expected.Where(column => !actual.Any(other => other.Name == column.Name)).Select(column => $"{column.Name} is missing"),
            .. actual.Where(column => !expected.Any(other => other.Name == column.Name)).Select(column => $"{column.Name} is new"),
            .. expected.Join(actual, column => column.Name, column => column.Name, (was, now) => (was, now)).Where(pair => !pair.was.Equals(pair.now)).Select(pair => $"{pair.was} became {pair.now}"),
        ];
        if (differences.Length > 0)
            throw new ModelFileException(ModelFileProblem.OtherRows, $"The model was fitted on rows with other columns than {TRow.Schema.Name} has: {string.Join("; ", differences)}. Load it with the row type that it was fitted on, or fit it again.");
    }

    /// <summary>Refuses the file as damaged where something that the model relies on does not hold.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="problem">What is wrong where it does not, as <c>a deviation is not above 0</c>.</param>
    /// <exception cref="ModelFileException">It does not hold.</exception>
    public void Require([DoesNotReturnIf(false)] bool holds, string problem)
    {
        if (!holds)
            throw ModelFileException.Damaged(problem);
    }

    /// <summary>Reads a model whose beginning was read.</summary>
    internal TModel Model<TModel>(string name, (string Model, int Version) begun)
        where TModel : IPersistentModel<TModel>
    {
        if (begun.Model != TModel.ModelName)
            throw new ModelFileException(ModelFileProblem.OtherModel, $"{(name.Length == 0 ? "This" : name)} holds {begun.Model}, not {TModel.ModelName}. Load it with the type that saved it.");
        if (begun.Version > TModel.ModelVersion)
            throw new ModelFileException(ModelFileProblem.Newer, $"The {begun.Model} is of version {begun.Version}, but only version {TModel.ModelVersion} is known here: it was saved by a newer program (TypedTune.Learning {_manifest.LibraryVersion}). Update this one.");
        Require(begun.Version >= 1, $"the version of {begun.Model} is {begun.Version}");
        int outer = Version;
        Version = begun.Version;
        var model = TModel.Read(this);
        _decoder.End();
        Version = outer;
        return model;
    }

    /// <summary>Reads the whole model.</summary>
    internal TModel Root<TModel>()
        where TModel : IPersistentModel<TModel>
    {
        try
        {
            return Model<TModel>("", _decoder.Begin(""));
        }
        catch (Exception exception) when (exception is not (ModelFileException or OutOfMemoryException))
        {
            throw new ModelFileException(ModelFileProblem.Damaged, $"The model is damaged: no {TModel.ModelName} can be made of its values. {exception.Message}", exception);
        }
    }

    private T Within<T>(string name, string kind, Func<T> read)
    {
        var (model, _) = _decoder.Begin(name);
        Require(model == kind, $"{name} is a {model}, not a {kind}");
        var value = read();
        _decoder.End();
        return value;
    }
}
